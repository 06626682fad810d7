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
public sealed partial class LiveBoardRegistry(
    IDbContextFactory<LiveBoardDbContext> contexts,
    BoardReader reader,
    AccessService access,
    GuestAccess guests,
    IBoardEventBus bus,
    TimeProvider time,
    ILogger<LiveBoardRegistry> logger
) : IAsyncDisposable
{
    /// <summary>How long a board stays open without viewers: a reload or the step from prerendering to the circuit finds it.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, OpenBoard> _open = [];

    /// <summary>Number of boards held open.</summary>
    public int OpenBoardCount
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Number of viewers over all boards.</summary>
    public int SubscriptionCount
    {
        get
        {
            lock (_gate)
            {
                return _open.Values.Sum(b =>
                    b.State.IsCompletedSuccessfully ? b.State.Result?.SubscriptionCount ?? 0 : 0
                );
            }
        }
    }

    /// <summary>The board as it is now, without listening to it; null when the actor may not open it or there is none.</summary>
    public async Task<(LiveBoardFrame Frame, BoardRole Role)?> PeekAsync(
        Guid boardId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        var role = await access.GetBoardRoleAsync(actor, boardId, cancellationToken);
        return role > BoardRole.None && await PeekAsync(boardId, cancellationToken) is { } frame ? (frame, role) : null;
    }

    private async Task<LiveBoardFrame?> PeekAsync(Guid boardId, CancellationToken cancellationToken)
    {
        var board = Hold(boardId);
        try
        {
            return (await board.State.WaitAsync(cancellationToken))?.Frame;
        }
        finally
        {
            Release(boardId, board);
        }
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
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == actor.PersonId, cancellationToken);
        return person is null
            ? null
            : await SubscribeAsync(
                boardId,
                Snapshots.Of(person),
                async () => await access.GetBoardRoleAsync(actor, boardId, CancellationToken.None),
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
        var board = Hold(boardId);
        try
        {
            if (await board.State.WaitAsync(cancellationToken) is { } state)
            {
                var subscription = await JoinAsync(state, board, viewer, askRole, onUpdate);
                if (subscription is not null)
                {
                    return subscription;
                }
            }
        }
        catch
        {
            Release(boardId, board);
            throw;
        }

        Release(boardId, board);
        return null;
    }

    /// <summary>
    /// Compares the open boards with the database, one statement for all of them. A lost hint is found here, so it costs
    /// latency only. Called every few seconds by the host.
    /// </summary>
    public async Task CheckVersionsAsync(CancellationToken cancellationToken = default)
    {
        Dictionary<Guid, LiveBoardState> open;
        lock (_gate)
        {
            open = _open
                .Where(b => b.Value.State is { IsCompletedSuccessfully: true, Result: not null })
                .ToDictionary(b => b.Key, b => b.Value.State.Result!);
        }

        if (open.Count == 0)
        {
            return;
        }

        var ids = open.Keys.ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var versions = await db
            .Boards.Where(b => ids.Contains(b.Id))
            .Select(b => new { b.Id, b.Version })
            .ToListAsync(cancellationToken);
        versions.ForEach(v => open[v.Id].OnVersionSeen(v.Version));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        List<OpenBoard> open;
        lock (_gate)
        {
            open = [.. _open.Values];
            _open.Clear();
        }

        foreach (var board in open)
        {
            await CloseAsync(board);
        }
    }

    private async Task<LiveBoardSubscription?> JoinAsync(
        LiveBoardState state,
        OpenBoard board,
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
                    Release(boardId, board);
                    return ValueTask.CompletedTask;
                },
                error => LogDeliveryFailed(error, boardId),
                time
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
