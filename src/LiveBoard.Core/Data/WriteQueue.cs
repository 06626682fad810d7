using System.Collections.Concurrent;

namespace LiveBoard.Core.Data;

/// <summary>
/// Lets writers in one after another, first come first served. SQLite has a single writer and lets waiting ones poll,
/// which is neither fair nor quick; a queue in front of it is both. With a database that has row locks the queue is
/// kept per board. Thread-safe; lives as long as the application.
/// </summary>
/// <param name="isPerBoard">True when writers of different boards may run at the same time.</param>
public sealed class WriteQueue(bool isPerBoard) : IDisposable
{
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _queues = new();

    /// <summary>Waits for its turn; the turn ends when the result is disposed.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled; no turn was taken.</exception>
    public async Task<IDisposable> EnterAsync(Guid boardId, CancellationToken cancellationToken)
    {
        var queue = _queues.GetOrAdd(isPerBoard ? boardId : Guid.Empty, static _ => new SemaphoreSlim(1, 1));
        await queue.WaitAsync(cancellationToken);
        return new Turn(queue);
    }

    /// <summary>Turns on several boards, taken in one order by everybody; they end together when the result is disposed.</summary>
    public async Task<IDisposable> EnterAsync(IEnumerable<Guid> boardIds, CancellationToken cancellationToken)
    {
        var turns = new Turns();
        try
        {
            foreach (var id in isPerBoard ? boardIds.Distinct().Order() : Enumerable.Repeat(Guid.Empty, 1))
            {
                turns.Add(await EnterAsync(id, cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
            turns.Dispose();
            throw;
        }

        return turns;
    }

    /// <summary>A second turn while the first one is held: none is needed when all writers share one queue.</summary>
    public async Task<IDisposable?> EnterNextAsync(Guid boardId, CancellationToken cancellationToken) =>
        isPerBoard ? await EnterAsync(boardId, cancellationToken) : null;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var queue in _queues.Values)
        {
            queue.Dispose();
        }
    }

    private sealed class Turns : IDisposable
    {
        private readonly List<IDisposable> _turns = [];

        public void Add(IDisposable turn) => _turns.Add(turn);

        public void Dispose() => _turns.ForEach(t => t.Dispose());
    }

    private sealed class Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
