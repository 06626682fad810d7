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
    private readonly int? _days;
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

    private DashboardNumbers(DashboardServices services, int? days)
    {
        (_services, _days) = (services, days);
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
    /// <param name="dashboardId">The dashboard.</param>
    /// <param name="boardIds">The boards that its viewers may read.</param>
    /// <param name="days">How far all widgets look back; null for each as it is set.</param>
    /// <param name="services">What it is worked out with.</param>
    internal static async Task<DashboardNumbers?> OpenAsync(
        Guid dashboardId,
        IReadOnlyList<Guid> boardIds,
        int? days,
        DashboardServices services
    )
    {
        var numbers = new DashboardNumbers(services, days);
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
            // Whoever looks at the dashboard is here as well.
            numbers.WatchHere(dashboardId);
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
            WatchHere(boardId);
        }
    }

    private void WatchHere(Guid boardId) =>
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
        var reckoner = new DashboardReckoner(_services, dashboard, _boards, news.HereNow, _days, now);
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
                widgets[widget.Id] = await reckoner.OfAsync(widget);
            }
        }

        Show(new DashboardPicture(widgets.ToImmutable(), before.Number + 1, now));
    }

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
