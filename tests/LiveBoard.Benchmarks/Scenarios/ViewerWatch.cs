using System.Collections;
using System.Diagnostics;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Servers;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>Notes for one viewer when each change is seen for the first time.</summary>
internal sealed class ViewerWatch(ArrivalBook book) : IMessageWatch
{
    private readonly BitArray _seen = new(book.ChangeCount);
    private readonly List<double> _latencies = new(book.ChangeCount);
    private int _count;

    /// <summary>Number of changes seen.</summary>
    public int SeenCount => Volatile.Read(ref _count);

    /// <summary>Milliseconds from issue to arrival, for those that were seen. Read when nothing arrives any more.</summary>
    public IReadOnlyList<double> Latencies => _latencies;

    public void OnMessage(ReadOnlySpan<byte> message, long arrivedAt)
    {
        while (CardToken.TryTake(ref message, out var card))
        {
            var change = book.ChangeOf(card);
            if (change >= 0 && !_seen[change])
            {
                _seen[change] = true;
                _latencies.Add(Stopwatch.GetElapsedTime(book.IssuedAt(change), arrivedAt).TotalMilliseconds);
                Volatile.Write(ref _count, _latencies.Count);
            }
        }
    }
}
