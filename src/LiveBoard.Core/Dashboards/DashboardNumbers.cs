using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// What the widgets of one dashboard show, worked out once for all viewers who may read the same boards. Follows the
/// dashboard, the numbers of its boards, the series from outside and who is here; a change works out the widgets that
/// it concerns, at most ten times a second. Thread-safe; belongs to <see cref="DashboardRegistry"/>.
/// </summary>
public sealed class DashboardNumbers : IAsyncDisposable
{
    /// <summary>Nobody reads a chart faster than this.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly DashboardServices _services;
    private readonly DashboardNews _news = new();
    private readonly LatestOnly<DashboardNews> _worker;
    private readonly List<IDisposable> _holds = [];
    private readonly List<IAsyncDisposable> _listening = [];
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private ImmutableArray<BoardNumbers> _boards = [];
    private ImmutableArray<LatestOnly<DashboardPicture>> _viewers = [];
    private LiveBoardSubscription? _following;
    private DashboardPicture _picture = DashboardPicture.Empty;
    private ITimer? _minute;

    private DashboardNumbers(DashboardServices services)
    {
        _services = services;
        _worker = new LatestOnly<DashboardNews>(
            async news =>
            {
                await _opened.Task;
                await WorkAsync(news);
            },
            services.OnError,
            Pace,
            services.Time
        );
    }

    /// <summary>What is shown now.</summary>
    public DashboardPicture Picture => Volatile.Read(ref _picture);

    /// <summary>The workspace that it belongs to.</summary>
    public Guid? WorkspaceId => _following?.First.Board.Header.WorkspaceId;

    /// <summary>Number of viewers.</summary>
    public int ViewerCount => _viewers.Length;

    /// <summary>Opens a dashboard over some boards; null when there is no such dashboard.</summary>
    internal static async Task<DashboardNumbers?> OpenAsync(
        Guid dashboardId,
        IReadOnlyList<Guid> boardIds,
        DashboardServices services
    )
    {
        var numbers = new DashboardNumbers(services);
        var following = await services.Boards.FollowAsync(
            dashboardId,
            _ =>
            {
                numbers.Hear(_ => { });
                return Task.CompletedTask;
            }
        );
        if (following is null)
        {
            await numbers.DisposeAsync();
            return null;
        }

        numbers._following = following;
        numbers._listening.Add(following);
        try
        {
            foreach (var boardId in boardIds)
            {
                await numbers.AddAsync(boardId);
            }

            numbers._holds.Add(services.Bus.SubscribeDirectory(numbers.OnDirectory));
            numbers._minute = services.Time.CreateTimer(
                _ => numbers.Hear(news => news.IsMinuteOver = true),
                null,
                TimeSpan.FromMinutes(1),
                TimeSpan.FromMinutes(1)
            );
            await numbers.WorkAsync(numbers._news);
            numbers._opened.SetResult();
            return numbers;
        }
        catch
        {
            await numbers.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts looking; until disposed, told each newest picture, conflated, one call at a time.</summary>
    internal IAsyncDisposable Subscribe(Func<DashboardPicture, Task> onPicture)
    {
        var viewer = new LatestOnly<DashboardPicture>(
            onPicture,
            _services.OnError,
            Pace,
            _services.Time,
            picture => picture.Number
        );
        lock (_gate)
        {
            _viewers = _viewers.Add(viewer);
        }

        return new PictureSubscription(this, viewer);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _opened.TrySetResult();
        _minute?.Dispose();
        _holds.ForEach(hold => hold.Dispose());
        foreach (var listening in _listening)
        {
            await listening.DisposeAsync();
        }

        await _worker.DisposeAsync();
    }

    internal async ValueTask LeaveAsync(LatestOnly<DashboardPicture> viewer)
    {
        lock (_gate)
        {
            _viewers = _viewers.Remove(viewer);
        }

        await viewer.DisposeAsync();
    }

    private async Task AddAsync(Guid boardId)
    {
        var hold = _services.Numbers.Take(boardId);
        _holds.Add(hold);
        if (await hold.Thing is { } numbers)
        {
            _boards = _boards.Add(numbers);
            _holds.Add(numbers.Subscribe(changed => Hear(news => news.Boards.Add(changed.Board.Id))));
            _listening.Add(
                _services.Presence.Watch(
                    boardId,
                    here =>
                    {
                        Hear(news => news.NoteHere(boardId, here));
                        return Task.CompletedTask;
                    }
                )
            );
        }
    }

    private void OnDirectory(DirectoryEvent change)
    {
        if (change is MetricsChanged metrics && metrics.WorkspaceId == WorkspaceId)
        {
            Hear(news => news.Series.Add(metrics.SeriesId));
        }
    }

    private void Hear(Action<DashboardNews> note)
    {
        lock (_news)
        {
            note(_news);
        }

        _worker.Offer(_news);
    }

    private async Task WorkAsync(DashboardNews heard)
    {
        DashboardNews news;
        lock (heard)
        {
            news = heard.Take();
        }

        if (_following is not { } following)
        {
            return;
        }

        var dashboard = following.Current.Board;
        var now = _services.Time.GetUtcNow().UtcDateTime;
        var reckoner = new WidgetReckoner(_services.Calendar, now);
        var before = Picture;
        var widgets = before.Widgets.ToBuilder();
        foreach (var gone in before.Widgets.Keys.Except(dashboard.Widgets.Keys))
        {
            widgets.Remove(gone);
        }

        foreach (var widget in dashboard.Widgets.Values)
        {
            if (!before.Widgets.TryGetValue(widget.Id, out var shown) || news.Concerns(widget, shown.Widget))
            {
                widgets[widget.Id] = new WidgetPicture(
                    widget,
                    await ReckonAsync(reckoner, widget, dashboard, news.HereNow, now)
                );
            }
        }

        Show(new DashboardPicture(widgets.ToImmutable(), before.Number + 1, now));
    }

    private async Task<WidgetData?> ReckonAsync(
        WidgetReckoner reckoner,
        WidgetSnapshot widget,
        BoardSnapshot dashboard,
        IReadOnlyDictionary<Guid, PresenceSnapshot> here,
        DateTime now
    )
    {
        var ids = widget.Settings.BoardIds;
        IReadOnlyList<BoardNumbers> boards = [.. _boards.Where(b => ids.IsEmpty || ids.Contains(b.Board.Id))];
        if (widget.Kind == WidgetKind.WhoIsHere)
        {
            var people = boards.SelectMany(b => here.GetValueOrDefault(b.Board.Id, PresenceSnapshot.Nobody).People);
            return new PeopleData([
                .. people
                    .Select(p => p.Person)
                    .DistinctBy(p => p.Id)
                    .OrderBy(p => p.Name, StringComparer.CurrentCulture),
            ]);
        }

        if (widget.Settings.MetricId is not { } seriesId || !IsOfSeries(widget))
        {
            return reckoner.Of(widget, boards);
        }

        var series = await _services.Metrics.ReadAsync(
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

    internal static bool IsOfSeries(WidgetSnapshot widget) =>
        widget.Kind == WidgetKind.MetricChart
        || (widget.Kind == WidgetKind.Number && widget.Settings.Measure == WidgetMeasure.Metric);

    private void Show(DashboardPicture picture)
    {
        ImmutableArray<LatestOnly<DashboardPicture>> viewers;
        lock (_gate)
        {
            Volatile.Write(ref _picture, picture);
            viewers = _viewers;
        }

        foreach (var viewer in viewers)
        {
            viewer.Offer(picture);
        }
    }

    private sealed class PictureSubscription(DashboardNumbers numbers, LatestOnly<DashboardPicture> viewer)
        : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => numbers.LeaveAsync(viewer);
    }
}
