namespace LiveBoard.Core.Live.History;

/// <summary>One viewer's look at the past of a board. Disposing ends it. Thread-safe.</summary>
public sealed class BoardHistoryView : IAsyncDisposable
{
    private readonly LiveBoardHistory _history;
    private readonly IDisposable[] _held;

    internal BoardHistoryView(LiveBoardSubscription now, LiveBoardHistory history, params IDisposable[] held) =>
        (Now, _history, _held) = (now, history, held);

    /// <summary>The board as it is, and the viewer's right to see it.</summary>
    public LiveBoardSubscription Now { get; }

    /// <summary>Asks something of the past, one viewer at a time.</summary>
    /// <param name="question">Must not keep what it is given.</param>
    public T Ask<T>(Func<BoardHistory, T> question) => _history.Ask(question);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        foreach (var held in _held)
        {
            held.Dispose();
        }

        return Now.DisposeAsync();
    }
}
