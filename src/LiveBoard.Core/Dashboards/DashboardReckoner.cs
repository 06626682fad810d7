using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// Works out what the widgets of a dashboard show at one moment: of its boards, of series from outside, and of who is here.
/// </summary>
/// <param name="services">What it is worked out with.</param>
/// <param name="dashboard">The dashboard.</param>
/// <param name="boards">The numbers of the boards that its viewers may read.</param>
/// <param name="here">Who has the dashboard and its boards open.</param>
/// <param name="days">How far all widgets look back; null for each as it is set.</param>
/// <param name="now">The moment, UTC.</param>
internal sealed class DashboardReckoner(
    DashboardServices services,
    BoardSnapshot dashboard,
    IReadOnlyList<BoardNumbers> boards,
    IReadOnlyDictionary<Guid, PresenceSnapshot> here,
    int? days,
    DateTime now
)
{
    private readonly WidgetReckoner _reckoner = new(services.Calendar, now);

    public async Task<WidgetPicture> OfAsync(WidgetSnapshot widget)
    {
        var settings = widget.Settings;
        var asked = days is { } all && WidgetRules.HasPeriod(widget.Kind) ? settings with { Days = all } : settings;
        return new WidgetPicture(widget, await ReadAsync(widget with { Settings = asked }), asked.Days);
    }

    private async Task<WidgetData?> ReadAsync(WidgetSnapshot widget)
    {
        var ids = widget.Settings.BoardIds;
        IReadOnlyList<BoardNumbers> chosen = [.. boards.Where(b => ids.IsEmpty || ids.Contains(b.Board.Id))];
        if (widget.Kind == WidgetKind.WhoIsHere)
        {
            return PeopleOn(chosen.Select(b => b.Board.Id).Append(dashboard.Id));
        }

        return widget.Settings.MetricId is { } seriesId && WidgetRules.IsOfSeries(widget.Kind, widget.Settings.Measure)
            ? await SeriesAsync(widget, seriesId)
            : _reckoner.Of(widget, chosen);
    }

    private PeopleData PeopleOn(IEnumerable<Guid> boardIds) =>
        new([
            .. boardIds
                .SelectMany(id => here.GetValueOrDefault(id, PresenceSnapshot.Nobody).People)
                .Select(p => p.Person)
                .DistinctBy(p => p.Id)
                .OrderBy(p => p.Name, StringComparer.CurrentCulture),
        ]);

    private async Task<WidgetData?> SeriesAsync(WidgetSnapshot widget, Guid seriesId)
    {
        var series = await services.Metrics.ReadAsync(
            dashboard.Header.WorkspaceId,
            seriesId,
            now.AddDays(-widget.Settings.Days)
        );
        return widget.Kind == WidgetKind.MetricChart || series is null
            ? series
            : new NumberData(
                series.Points.IsEmpty ? null : series.Points[^1].Value,
                series.Points.Length < 2 ? null : series.Points[0].Value,
                [.. series.Points.Select(p => p.Value)]
            )
            {
                Name = series.Name,
                Unit = series.Unit,
                Target = widget.Settings.Target ?? series.Target,
                Direction = series.Direction,
            };
    }
}
