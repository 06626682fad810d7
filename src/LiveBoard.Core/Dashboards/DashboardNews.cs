using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;

namespace LiveBoard.Core.Dashboards;

/// <summary>What happened since a dashboard was last worked out. Used under its own lock.</summary>
internal sealed class DashboardNews
{
    /// <summary>Who is on which board; kept, because it is told once.</summary>
    private readonly Dictionary<Guid, PresenceSnapshot> _here = [];

    public HashSet<Guid> Boards { get; private init; } = [];

    public HashSet<Guid> Series { get; private init; } = [];

    public IReadOnlyDictionary<Guid, PresenceSnapshot> HereNow { get; private init; } =
        new Dictionary<Guid, PresenceSnapshot>();

    public bool IsMinuteOver { get; set; }

    public bool IsHereNew { get; private set; }

    public void NoteHere(Guid boardId, PresenceSnapshot here) => (_here[boardId], IsHereNew) = (here, true);

    /// <summary>What there is, and begins anew.</summary>
    public DashboardNews Take()
    {
        var news = new DashboardNews
        {
            Boards = [.. Boards],
            Series = [.. Series],
            HereNow = new Dictionary<Guid, PresenceSnapshot>(_here),
            IsMinuteOver = IsMinuteOver,
            IsHereNew = IsHereNew,
        };
        Boards.Clear();
        Series.Clear();
        (IsMinuteOver, IsHereNew) = (false, false);
        return news;
    }

    /// <summary>True when what a widget shows may be something else now.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="shown">The widget as it was shown last.</param>
    public bool Concerns(WidgetSnapshot widget, WidgetSnapshot shown)
    {
        if (!ReferenceEquals(widget, shown))
        {
            return true;
        }

        return widget.Kind switch
        {
            WidgetKind.Note or WidgetKind.Clock or WidgetKind.Countdown => false,
            WidgetKind.WhoIsHere => IsHereNew,
            _ when WidgetRules.IsOfSeries(widget.Kind, widget.Settings.Measure) => IsMinuteOver
                || Series.Contains(widget.Settings.MetricId ?? default),
            // The day ends, cards fall due and grow older.
            _ => IsMinuteOver
                || (
                    widget.Settings.BoardIds.IsEmpty ? Boards.Count > 0 : widget.Settings.BoardIds.Any(Boards.Contains)
                ),
        };
    }
}
