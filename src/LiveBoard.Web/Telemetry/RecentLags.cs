namespace LiveBoard.Web.Telemetry;

/// <summary>Deliveries of the last seconds: how many changes there were, and how long they took to the pages. Thread-safe.</summary>
internal sealed class RecentLags(TimeProvider time)
{
    /// <summary>How far back it looks.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>More in one window are not remembered one by one: of so many, the newest say the same.</summary>
    private const int MaxDeliveries = 4096;

    private readonly Lock _gate = new();
    private readonly Queue<long> _changes = new();
    private readonly Queue<(long At, double Seconds)> _deliveries = new();

    public void NoteChange()
    {
        lock (_gate)
        {
            _changes.Enqueue(time.GetTimestamp());
            Forget();
        }
    }

    public void NoteDelivery(double seconds)
    {
        lock (_gate)
        {
            _deliveries.Enqueue((time.GetTimestamp(), seconds));
            if (_deliveries.Count > MaxDeliveries)
            {
                _deliveries.Dequeue();
            }

            Forget();
        }
    }

    /// <summary>Changes a second, and the lag that 95 of 100 deliveries were within; null when there were none.</summary>
    public (double ChangesPerSecond, double? LagSeconds) Read()
    {
        lock (_gate)
        {
            Forget();
            var lags = _deliveries.Select(d => d.Seconds).Order().ToList();
            return (
                _changes.Count / Window.TotalSeconds,
                lags.Count == 0 ? null : lags[(int)Math.Ceiling(lags.Count * 0.95) - 1]
            );
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _changes.Clear();
            _deliveries.Clear();
        }
    }

    private void Forget()
    {
        while (_changes.TryPeek(out var change) && time.GetElapsedTime(change) > Window)
        {
            _changes.Dequeue();
        }

        while (_deliveries.TryPeek(out var delivery) && time.GetElapsedTime(delivery.At) > Window)
        {
            _deliveries.Dequeue();
        }
    }
}
