using System.Collections.Immutable;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// How far everything on a dashboard looks back, for one viewer and as long as they wish: nothing of it is stored. A few
/// periods only, because each is worked out once for all who chose it.
/// </summary>
public sealed record DashboardPeriod
{
    private DashboardPeriod(int days) => Days = days;

    /// <summary>Two weeks, four, twelve, and a year of weeks.</summary>
    public static ImmutableArray<DashboardPeriod> All { get; } = [new(14), new(28), new(84), new(364)];

    /// <summary>Its days.</summary>
    public int Days { get; }

    /// <summary>The period of so many days; null when there is none, and each widget looks back as it is set.</summary>
    public static DashboardPeriod? Of(int? days) => All.FirstOrDefault(period => period.Days == days);
}
