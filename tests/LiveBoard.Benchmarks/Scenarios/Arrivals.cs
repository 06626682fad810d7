using LiveBoard.Benchmarks.Report;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>All viewers' arrivals of one run.</summary>
internal sealed class Arrivals
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ViewerWatch[] _viewers;

    public Arrivals(int viewers, int changes)
    {
        Book = new ArrivalBook(changes);
        _viewers = [.. Enumerable.Range(0, viewers).Select(_ => new ViewerWatch(Book))];
    }

    public ArrivalBook Book { get; }

    /// <summary>Viewers times changes.</summary>
    public int Wanted => _viewers.Length * Book.ChangeCount;

    /// <summary>How many of them never came.</summary>
    public int Missed => Wanted - _viewers.Sum(v => v.SeenCount);

    public ViewerWatch Of(int viewer) => _viewers[viewer];

    /// <summary>Waits until all is there, or nothing more can be hoped for.</summary>
    public async Task WaitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (Missed > 0 && !patience.IsCancellationRequested)
        {
            await Task.Delay(Look);
        }
    }

    public Latencies ToLatencies() => new(_viewers.SelectMany(v => v.Latencies));
}
