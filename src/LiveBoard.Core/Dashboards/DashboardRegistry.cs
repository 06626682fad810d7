using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// All dashboards that somebody looks at. Viewers of one period who may read the same boards share one; which boards those are is asked
/// when a view is opened, and again whenever that may have changed. Thread-safe; lives as long as the application.
/// </summary>
public sealed partial class DashboardRegistry : IAsyncDisposable
{
    private readonly DashboardSources _sources;
    private readonly ILogger<DashboardRegistry> _logger;
    private readonly DashboardServices _services;
    private readonly HeldOpen<DashboardKey, DashboardNumbers> _open;

    /// <summary>The registry of an application.</summary>
    public DashboardRegistry(
        DashboardSources sources,
        LiveBoardRegistry boards,
        NumbersRegistry numbers,
        BoardPresence presence,
        MetricCourseReader metrics,
        IBoardEventBus bus,
        FlowCalendar calendar,
        TimeProvider time,
        ILogger<DashboardRegistry> logger
    )
    {
        (_sources, _logger) = (sources, logger);
        _services = new DashboardServices(boards, numbers, presence, metrics, bus, calendar, time, LogFailed);
        _open = new HeldOpen<DashboardKey, DashboardNumbers>(
            key => DashboardNumbers.OpenAsync(key.DashboardId, key.BoardIds, key.Days, _services),
            LiveBoardRegistry.Linger,
            time,
            LogCloseFailed
        );
    }

    /// <summary>Number of dashboards that are held open; one over other boards or another period counts as another.</summary>
    public int OpenCount => _open.Count;

    /// <summary>Number of viewers over all dashboards.</summary>
    public int ViewerCount => _open.Ready.Values.Sum(d => d.ViewerCount);

    /// <summary>Starts looking at a dashboard over the boards that the actor may read.</summary>
    /// <param name="dashboardId">The dashboard.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="onPicture">Called with each newest picture, one call at a time.</param>
    /// <param name="period">How far all widgets look back; null for each as it is set.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>The view; null when the actor may not open the dashboard or there is none.</returns>
    public async Task<DashboardView?> ViewAsync(
        Guid dashboardId,
        Actor actor,
        Func<DashboardPicture, Task> onPicture,
        DashboardPeriod? period = null,
        CancellationToken cancellationToken = default
    ) =>
        await OpenAsync(
            dashboardId,
            actor.PersonId,
            async () => await _sources.ReadAsync(actor, dashboardId, cancellationToken),
            onPicture,
            period
        );

    /// <summary>The same for a guest, over the boards that are open to the whole workspace.</summary>
    public async Task<DashboardView?> ViewAsync(
        Guid dashboardId,
        GuestPass pass,
        Func<DashboardPicture, Task> onPicture,
        DashboardPeriod? period = null,
        CancellationToken cancellationToken = default
    ) =>
        await OpenAsync(
            dashboardId,
            personId: null,
            async () => await _sources.ReadAsync(pass, dashboardId, cancellationToken),
            onPicture,
            period
        );

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _open.DisposeAsync();

    private Task<DashboardView?> OpenAsync(
        Guid dashboardId,
        Guid? personId,
        Func<Task<IReadOnlyList<DashboardSource>?>> ask,
        Func<DashboardPicture, Task> onPicture,
        DashboardPeriod? period
    ) =>
        DashboardView.OpenAsync(
            new DashboardViewer(
                personId,
                async pictures => await LookAsync(dashboardId, await ask(), pictures, period)
            ),
            onPicture,
            _services.Bus,
            _services.Time,
            LogFailed
        );

    private async Task<DashboardLook?> LookAsync(
        Guid dashboardId,
        IReadOnlyList<DashboardSource>? sources,
        Func<DashboardPicture, Task> onPicture,
        DashboardPeriod? period
    )
    {
        if (sources is null)
        {
            return null;
        }

        var hold = _open.Take(new DashboardKey(dashboardId, period?.Days, [.. sources.Select(s => s.Id).Order()]));
        try
        {
            if (await hold.Thing is { } numbers)
            {
                return new DashboardLook(numbers, sources, hold, numbers.Subscribe(onPicture));
            }
        }
        catch
        {
            hold.Dispose();
            throw;
        }

        hold.Dispose();
        return null;
    }

    [LoggerMessage(
        LogLevel.Error,
        "A dashboard could not be worked out or shown; it is tried again with the next change."
    )]
    private partial void LogFailed(Exception error);

    [LoggerMessage(LogLevel.Error, "A dashboard that nobody looks at could not be closed.")]
    private partial void LogCloseFailed(Exception error);

    private sealed record DashboardKey(Guid DashboardId, int? Days, IReadOnlyList<Guid> BoardIds)
    {
        public bool Equals(DashboardKey? other) =>
            other is not null
            && (DashboardId, Days) == (other.DashboardId, other.Days)
            && BoardIds.SequenceEqual(other.BoardIds);

        public override int GetHashCode() =>
            BoardIds.Aggregate(HashCode.Combine(DashboardId, Days), (hash, id) => HashCode.Combine(hash, id));
    }
}

/// <summary>What dashboards are worked out with.</summary>
internal sealed record DashboardServices(
    LiveBoardRegistry Boards,
    NumbersRegistry Numbers,
    BoardPresence Presence,
    MetricCourseReader Metrics,
    IBoardEventBus Bus,
    FlowCalendar Calendar,
    TimeProvider Time,
    Action<Exception> OnError
);
