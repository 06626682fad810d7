namespace LiveBoard.Core.Live.Texts;

/// <summary>Says when a text is to be settled: when people pause, and when they do not, after a while all the same. Thread-safe.</summary>
internal sealed class SettleClock(Action onDue, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private long _unsettledSince;

    /// <summary>Something was typed.</summary>
    public void Soon()
    {
        lock (_gate)
        {
            _unsettledSince = _timer is null ? time.GetTimestamp() : _unsettledSince;
            var left = CardTextTimes.Patience - time.GetElapsedTime(_unsettledSince);
            var wait = left < CardTextTimes.Quiet ? left : CardTextTimes.Quiet;
            _timer ??= time.CreateTimer(_ => Due(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
            _timer = null;
        }
    }

    private void Due()
    {
        Dispose();
        onDue();
    }
}
