namespace LiveBoard.Core.Events;

/// <summary>
/// Carries what was committed to whoever shows it, within this process. A publish is a hint: losing one costs
/// latency, never correctness, because every listener can read the database.
/// </summary>
public interface IBoardEventBus
{
    /// <summary>Hands a change set to the listeners of its board. Never waits and never throws into the publisher.</summary>
    void Publish(BoardChangeSet changes);

    /// <summary>Hands a directory event to every directory listener. Never waits and never throws into the publisher.</summary>
    void Publish(DirectoryEvent change);

    /// <summary>Listens to one board until disposed.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="listener">Called on the publisher's thread; must only hand over and return.</param>
    IDisposable SubscribeBoard(Guid boardId, Action<BoardChangeSet> listener);

    /// <summary>Listens to people, workspaces and access until disposed.</summary>
    /// <param name="listener">Called on the publisher's thread; must only hand over and return.</param>
    IDisposable SubscribeDirectory(Action<DirectoryEvent> listener);
}
