using LiveBoard.Core.Access;
using LiveBoard.Core.Events;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Live.History;

/// <summary>
/// The pasts of all boards that somebody looks back on: one for each board, however many look, kept a little longer than the
/// last of them. Guests have none. Thread-safe; lives as long as the application.
/// </summary>
public sealed partial class BoardHistoryRegistry : IAsyncDisposable
{
    private readonly LiveBoardRegistry _boards;
    private readonly ILogger<BoardHistoryRegistry> _logger;
    private readonly HeldOpen<Guid, LiveBoardHistory> _open;

    /// <summary>The registry of an application.</summary>
    public BoardHistoryRegistry(
        LiveBoardRegistry boards,
        IBoardEventBus bus,
        HistoryReader reader,
        TimeProvider time,
        ILogger<BoardHistoryRegistry> logger
    )
    {
        (_boards, _logger) = (boards, logger);
        _open = new HeldOpen<Guid, LiveBoardHistory>(
            boardId => LiveBoardHistory.OpenAsync(boardId, boards, bus, reader, logger),
            LiveBoardRegistry.Linger,
            time,
            LogCloseFailed
        );
    }

    /// <summary>Number of boards whose past is held.</summary>
    public int OpenCount => _open.Count;

    /// <summary>Starts looking back on a board.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="actor">Who looks; asked for at every change of access and before anything is handed over after it.</param>
    /// <param name="onUpdate">Called with the newest frame and when the right to look is lost, one call at a time.</param>
    /// <param name="onExtended">Called when the past reaches further; must only hand over and return.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>The view; null when the actor may not open the board or there is none.</returns>
    public async Task<BoardHistoryView?> ViewAsync(
        Guid boardId,
        Actor actor,
        Func<LiveBoardUpdate, Task> onUpdate,
        Action onExtended,
        CancellationToken cancellationToken = default
    )
    {
        if (await _boards.SubscribeAsync(boardId, actor, onUpdate, cancellationToken) is not { } subscription)
        {
            return null;
        }

        var hold = _open.Take(boardId);
        BoardHistoryView? view = null;
        try
        {
            if (await hold.Thing.WaitAsync(cancellationToken) is { } history)
            {
                view = new BoardHistoryView(subscription, history, hold, history.Subscribe(_ => onExtended()));
            }
        }
        finally
        {
            if (view is null)
            {
                hold.Dispose();
                await subscription.DisposeAsync();
            }
        }

        return view;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _open.DisposeAsync();

    [LoggerMessage(LogLevel.Error, "The past of a board that nobody looks at could not be closed.")]
    private partial void LogCloseFailed(Exception error);
}
