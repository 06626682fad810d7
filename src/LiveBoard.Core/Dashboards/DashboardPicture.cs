using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards;

/// <summary>What a dashboard shows at one moment. Immutable, shared by all viewers of the same boards.</summary>
/// <param name="Widgets">Its widgets by id. One that is as it was keeps its reference.</param>
/// <param name="Number">Rises with each picture.</param>
/// <param name="At">When it was worked out, UTC.</param>
public sealed record DashboardPicture(ImmutableDictionary<Guid, WidgetPicture> Widgets, long Number, DateTime At)
{
    internal static readonly DashboardPicture Empty = new(ImmutableDictionary<Guid, WidgetPicture>.Empty, 0, default);
}

/// <summary>A widget and what it shows.</summary>
/// <param name="Widget">The widget that it was worked out for.</param>
/// <param name="Data">What it shows; null for one that needs nothing but its settings, or whose series is gone.</param>
/// <param name="Days">How far it looks back: as it is set, or as its viewers chose for all.</param>
public sealed record WidgetPicture(WidgetSnapshot Widget, WidgetData? Data, int Days);
