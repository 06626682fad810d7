using System.Collections.Concurrent;
using LiveBoard.Core.Boards;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Live;

/// <summary>
/// Who is on which board, and where. Never stored and never mixed with the board's data: losing it loses nothing.
/// Whoever leaves is shown for a short grace, so that a reload does not flap. Thread-safe; lives as long as the
/// application.
/// </summary>
public sealed partial class BoardPresence(TimeProvider time, ILogger<BoardPresence> logger)
{
    /// <summary>How long somebody who left is still shown.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, BoardRoom> _rooms = new();

    /// <summary>Number of boards that somebody is on or that somebody watches.</summary>
    public int RoomCount => _rooms.Count;

    /// <summary>Enters a board. The visit ends when it is disposed.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="person">Who.</param>
    /// <param name="onChange">Called with who is here whenever that changes, conflated, one call at a time; not for the visitor's own moves.</param>
    public BoardVisit Enter(Guid boardId, PersonSnapshot person, Func<PresenceSnapshot, Task> onChange)
    {
        BoardVisit visit = null!;
        _ = OpenRoom(
            boardId,
            room =>
                room.TryEnter(
                    visit = new BoardVisit(
                        room,
                        person,
                        new LatestOnly<PresenceSnapshot>(onChange, LogFailed, Pace, time)
                    )
                )
        );
        return visit;
    }

    /// <summary>Looks at who is on a board without being there, until disposed.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="onChange">Called with who is there, at once and whenever that changes, conflated, one call at a time.</param>
    public IAsyncDisposable Watch(Guid boardId, Func<PresenceSnapshot, Task> onChange)
    {
        var news = new LatestOnly<PresenceSnapshot>(onChange, LogFailed, Pace, time);
        return new PresenceWatch(OpenRoom(boardId, room => room.TryWatch(news)), news);
    }

    private BoardRoom OpenRoom(Guid boardId, Func<BoardRoom, bool> tryJoin)
    {
        while (true)
        {
            var room = _rooms.GetOrAdd(boardId, id => new BoardRoom(id, time, RemoveEmpty));
            if (tryJoin(room))
            {
                return room;
            }

            // The room was just closed behind its last visitor; its successor is a new one.
            _rooms.TryRemove(KeyValuePair.Create(boardId, room));
        }
    }

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);

    private void RemoveEmpty(BoardRoom room) => _rooms.TryRemove(KeyValuePair.Create(room.BoardId, room));

    [LoggerMessage(LogLevel.Warning, "A viewer could not be shown who is here.")]
    private partial void LogFailed(Exception error);

    private sealed class PresenceWatch(BoardRoom room, LatestOnly<PresenceSnapshot> news) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            room.Unwatch(news);
            return news.DisposeAsync();
        }
    }
}
