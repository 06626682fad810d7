using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Live;

/// <summary>
/// All boards that somebody has open. Opens a board once however many viewers come at the same time, keeps it a little
/// longer than its last viewer, and looks after lost hints. Thread-safe; lives as long as the application.
/// </summary>
public sealed partial class LiveBoardRegistry : IAsyncDisposable
{
    /// <summary>How long a board stays open without viewers: a reload or the step from prerendering to the circuit finds it.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    private readonly IDbContextFactory<LiveBoardDbContext> _contexts;
    private readonly AccessService _access;
    private readonly GuestAccess _guests;
    private readonly TimeProvider _time;
    private readonly ILogger<LiveBoardRegistry> _logger;
    private readonly LiveBoardMeter _meter;
    private readonly HeldOpen<Guid, LiveBoardState> _open;

    /// <summary>The registry of an application.</summary>
    public LiveBoardRegistry(
        IDbContextFactory<LiveBoardDbContext> contexts,
        BoardReader reader,
        AccessService access,
        GuestAccess guests,
        IBoardEventBus bus,
        TimeProvider time,
        ILogger<LiveBoardRegistry> logger,
        LiveBoardMeter? meter = null
    )
    {
        (_contexts, _access, _guests, _time, _logger) = (contexts, access, guests, time, logger);
        _meter = meter ?? LiveBoardMeter.Unheard;
        _open = new HeldOpen<Guid, LiveBoardState>(
            boardId => LiveBoardState.OpenAsync(boardId, reader, bus, logger, CancellationToken.None, _meter),
            Linger,
            time,
            LogCloseFailed
        );
    }

    /// <summary>Number of boards held open.</summary>
    public int OpenBoardCount => _open.Count;

    /// <summary>Number of viewers over all boards.</summary>
    public int SubscriptionCount => _open.Ready.Values.Sum(state => state.SubscriptionCount);

    /// <summary>The board as it is now, without listening to it; null when the actor may not open it or there is none.</summary>
    public async Task<(LiveBoardFrame Frame, BoardRole Role)?> PeekAsync(
        Guid boardId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        var role = await _access.GetBoardRoleAsync(actor, boardId, cancellationToken);
        return role > BoardRole.None && await PeekAsync(boardId, cancellationToken) is { } frame ? (frame, role) : null;
    }

    private async Task<LiveBoardFrame?> PeekAsync(Guid boardId, CancellationToken cancellationToken)
    {
        using var hold = _open.Take(boardId);
        return (await hold.Thing.WaitAsync(cancellationToken))?.Frame;
    }

    /// <summary>Starts viewing a board.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="actor">Who views; asked for at every change of access and before anything is handed over after it.</param>
    /// <param name="onUpdate">Called with each newest frame, one call at a time; the next waits until the task is done.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>The hold, with the first frame; null when the actor may not open the board or there is none.</returns>
    public async Task<LiveBoardSubscription?> SubscribeAsync(
        Guid boardId,
        Actor actor,
        Func<LiveBoardUpdate, Task> onUpdate,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == actor.PersonId, cancellationToken);
        return person is null
            ? null
            : await SubscribeAsync(
                boardId,
                Snapshots.Of(person),
                async () => await _access.GetBoardRoleAsync(actor, boardId, CancellationToken.None),
                onUpdate,
                cancellationToken
            );
    }

    private async Task<LiveBoardSubscription?> SubscribeAsync(
        Guid boardId,
        PersonSnapshot? viewer,
        Func<ValueTask<BoardRole>> askRole,
        Func<LiveBoardUpdate, Task> onUpdate,
        CancellationToken cancellationToken
    )
    {
        var hold = _open.Take(boardId);
        LiveBoardSubscription? subscription = null;
        try
        {
            if (await hold.Thing.WaitAsync(cancellationToken) is { } state)
            {
                subscription = await JoinAsync(state, hold, viewer, askRole, onUpdate);
            }
        }
        finally
        {
            if (subscription is null)
            {
                hold.Dispose();
            }
        }

        return subscription;
    }

    /// <summary>
    /// Compares the open boards with the database, one statement for all of them. A lost hint is found here, so it costs
    /// latency only. Called every few seconds by the host.
    /// </summary>
    public async Task CheckVersionsAsync(CancellationToken cancellationToken = default)
    {
        var open = _open.Ready;
        if (open.Count == 0)
        {
            return;
        }

        var ids = open.Keys.ToList();
        // Before the database is asked: what is committed meanwhile must not look as if it had been taken back.
        var shown = open.ToDictionary(o => o.Key, o => o.Value.Frame.Board.Version);
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var versions = await db
            .Boards.Where(b => ids.Contains(b.Id))
            .Select(b => new { b.Id, b.Version })
            .ToListAsync(cancellationToken);
        versions.ForEach(v => open[v.Id].OnVersionSeen(v.Version, shown[v.Id]));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _open.DisposeAsync();

    private async Task<LiveBoardSubscription?> JoinAsync(
        LiveBoardState state,
        IDisposable hold,
        PersonSnapshot? viewer,
        Func<ValueTask<BoardRole>> askRole,
        Func<LiveBoardUpdate, Task> onUpdate
    )
    {
        var boardId = state.Frame.Board.Id;
        var subscription = new LiveBoardSubscription(
            state,
            viewer,
            new LiveViewerCallbacks(
                onUpdate,
                askRole,
                _ =>
                {
                    hold.Dispose();
                    return ValueTask.CompletedTask;
                },
                error => LogDeliveryFailed(error, boardId),
                _time,
                _meter
            )
        );
        // Listening to changes of access before asking: a right that is lost in between is not missed.
        state.Add(subscription);
        var isWelcome = false;
        try
        {
            isWelcome = await subscription.CheckAsync() > BoardRole.None;
            return isWelcome ? subscription : null;
        }
        finally
        {
            if (!isWelcome)
            {
                state.Remove(subscription);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A viewer of board {BoardId} could not be shown a change.")]
    private partial void LogDeliveryFailed(Exception error, Guid boardId);

    [LoggerMessage(LogLevel.Error, "An unused board could not be closed.")]
    private partial void LogCloseFailed(Exception error);
}
