using LiveBoard.Core.Events;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveBoard.Testing;

/// <summary>A bus that can lose what it is given, as if the process had died between commit and publish.</summary>
public sealed class LeakyBus : IBoardEventBus
{
    private readonly InProcessBoardEventBus _inner = new(NullLogger<InProcessBoardEventBus>.Instance);

    public bool IsLosing { get; set; }

    public void Publish(BoardChangeSet changes)
    {
        if (!IsLosing)
        {
            _inner.Publish(changes);
        }
    }

    public void Publish(DirectoryEvent change)
    {
        if (!IsLosing)
        {
            _inner.Publish(change);
        }
    }

    public IDisposable SubscribeBoard(Guid boardId, Action<BoardChangeSet> listener) =>
        _inner.SubscribeBoard(boardId, listener);

    public IDisposable SubscribeDirectory(Action<DirectoryEvent> listener) => _inner.SubscribeDirectory(listener);
}
