using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Events;

/// <summary>The event bus of a single process. Thread-safe; lives as long as the application.</summary>
public sealed partial class InProcessBoardEventBus(ILogger<InProcessBoardEventBus> logger) : IBoardEventBus
{
    private readonly ConcurrentDictionary<Guid, ListenerSet<BoardChangeSet>> _boards = new();
    private readonly ListenerSet<DirectoryEvent> _directory = new();

    /// <summary>Number of board listeners; 0 when nobody has a board open.</summary>
    public int BoardListenerCount => _boards.Values.Sum(set => set.Count);

    /// <summary>Number of directory listeners.</summary>
    public int DirectoryListenerCount => _directory.Count;

    /// <inheritdoc />
    public void Publish(BoardChangeSet changes)
    {
        if (_boards.TryGetValue(changes.BoardId, out var listeners))
        {
            Hand(listeners, changes);
        }
    }

    /// <inheritdoc />
    public void Publish(DirectoryEvent change) => Hand(_directory, change);

    /// <inheritdoc />
    public IDisposable SubscribeBoard(Guid boardId, Action<BoardChangeSet> listener) =>
        _boards.GetOrAdd(boardId, static _ => new ListenerSet<BoardChangeSet>()).Add(listener);

    /// <inheritdoc />
    public IDisposable SubscribeDirectory(Action<DirectoryEvent> listener) => _directory.Add(listener);

    private void Hand<T>(ListenerSet<T> listeners, T message)
    {
        foreach (var listener in listeners.Current)
        {
            try
            {
                listener(message);
            }
            catch (Exception error)
            {
                // A broken listener must not fail the command that has already been committed, nor the other listeners.
                LogListenerFailed(error, typeof(T).Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "A listener failed on {Message}; it catches up from the database.")]
    private partial void LogListenerFailed(Exception error, string message);
}
