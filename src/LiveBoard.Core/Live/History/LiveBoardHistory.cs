using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Live.History;

/// <summary>
/// The past of one board, kept up as it changes and shared by all who look at it: read from the log once, then the entries
/// come with the change sets. Thread-safe; belongs to <see cref="BoardHistoryRegistry"/>.
/// </summary>
internal sealed partial class LiveBoardHistory : IAsyncDisposable
{
    private readonly HistoryReader _reader;
    private readonly ILogger _logger;
    private readonly ActivityNews _news;
    private readonly ListenerSet<LiveBoardHistory> _listeners = new();
    private readonly Lock _gate = new();
    private LiveBoardSubscription? _following;
    private BoardHistory _history = null!;
    private long _version;

    private LiveBoardHistory(Guid boardId, IBoardEventBus bus, HistoryReader reader, ILogger logger)
    {
        (_reader, _logger) = (reader, logger);
        _news = new ActivityNews(boardId, bus);
    }

    /// <summary>Opens the past of a board; null when there is no such board.</summary>
    public static async Task<LiveBoardHistory?> OpenAsync(
        Guid boardId,
        LiveBoardRegistry boards,
        IBoardEventBus bus,
        HistoryReader reader,
        ILogger logger
    )
    {
        // Listening before reading: what is committed meanwhile is in the one or the other.
        var history = new LiveBoardHistory(boardId, bus, reader, logger);
        var first = new TaskCompletionSource();
        var isOpen = false;
        try
        {
            history._following = await boards.FollowAsync(
                boardId,
                async frame =>
                {
                    await first.Task;
                    await history.ShowAsync(frame.Board);
                }
            );
            if (history._following is { First.Board: var board })
            {
                await history.ReadAsync(board);
                isOpen = true;
            }
        }
        finally
        {
            first.SetResult();
            if (!isOpen)
            {
                await history.DisposeAsync();
            }
        }

        return isOpen ? history : null;
    }

    /// <summary>Listens until disposed; must only hand over and return.</summary>
    public IDisposable Subscribe(Action<LiveBoardHistory> listener) => _listeners.Add(listener);

    /// <summary>Asks something of the past, one at a time.</summary>
    /// <param name="question">Must not keep what it is given.</param>
    public T Ask<T>(Func<BoardHistory, T> question)
    {
        lock (_gate)
        {
            return question(_history);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _news.Dispose();
        if (_following is { } following)
        {
            await following.DisposeAsync();
        }
    }

    private async Task ReadAsync(BoardSnapshot board)
    {
        var entries = await _reader.ReadAsync(board.Id, 0, board.Version);
        var history = new BoardHistory(board, await _reader.ReadStartAsync(board, entries));
        history.Read(entries);
        lock (_gate)
        {
            (_history, _version) = (history, board.Version);
        }
    }

    /// <summary>A card that came and went between two frames: nothing that was told says what it was.</summary>
    private bool IsUnseen(ActivityEntry entry, BoardSnapshot board) =>
        entry
            is {
                Kind: ActivityKind.CardCreated or ActivityKind.CardDuplicated or ActivityKind.CardJoinedBoard,
                CardId: { } id
            }
        && !board.Cards.ContainsKey(id)
        && !_history.Now.Cards.ContainsKey(id);

    private async Task ShowAsync(BoardSnapshot board)
    {
        if (_history is null || ReferenceEquals(board, _history.Now))
        {
            return;
        }

        try
        {
            var entries =
                board.Version == _version
                    ? []
                    : _news.Take(_version, board.Version) ?? await _reader.ReadAsync(board.Id, _version, board.Version);
            if (entries.Any(entry => IsUnseen(entry, board)))
            {
                await ReadAsync(board);
            }
            else
            {
                lock (_gate)
                {
                    _history.Update(entries.Where(HistoryReader.IsTelling), board);
                    _version = board.Version;
                }
            }
        }
        catch (Exception error)
        {
            // The past stays as it was; the next frame tries again from there.
            LogCatchUpFailed(error, board.Id);
            return;
        }

        foreach (var listener in _listeners.Current)
        {
            listener(this);
        }
    }

    [LoggerMessage(LogLevel.Error, "The past of board {BoardId} could not be brought up to date; it is tried again.")]
    private partial void LogCatchUpFailed(Exception error, Guid boardId);
}
