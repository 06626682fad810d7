namespace LiveBoard.Core.Live;

/// <summary>
/// Hands values to one consumer, one at a time, and keeps only the newest while the consumer is busy: a channel of one
/// that conflates. The first value goes at once, further ones not more often than the interval. Whoever offers never
/// waits. Thread-safe; belongs to its consumer, who disposes it and thereby waits for a delivery under way.
/// </summary>
/// <param name="deliver">Takes a value.</param>
/// <param name="onError">Told of what <paramref name="deliver"/> threw.</param>
/// <param name="interval">The shortest time between two deliveries.</param>
/// <param name="time">The clock.</param>
/// <param name="numberOf">
/// Which of two values is newer, when they are offered side by side: one with a smaller number than any before is left
/// out. Null when whatever is offered last is the newest.
/// </param>
internal sealed class LatestOnly<T>(
    Func<T, Task> deliver,
    Action<Exception> onError,
    TimeSpan interval,
    TimeProvider time,
    Func<T, long>? numberOf = null
) : IThreadPoolWorkItem, IAsyncDisposable
    where T : class
{
    private readonly Lock _gate = new();
    private T? _pending;
    private long _newest = long.MinValue;
    private bool _isRunning;
    private bool _isDisposed;
    private long _lastDelivery;
    private TaskCompletionSource? _idle;
    private CancellationTokenSource? _pause;

    /// <summary>Has the value handed over on another thread.</summary>
    public void Offer(T value)
    {
        if (Place(value))
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Hands the value over on this thread as far as the consumer goes without waiting, unless it is busy.</summary>
    public void HandOver(T value)
    {
        if (Place(value))
        {
            _ = RunAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task? underWay = null;
        lock (_gate)
        {
            _isDisposed = true;
            _pending = null;
            _pause?.Cancel();
            if (_isRunning)
            {
                underWay = (
                    _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
                ).Task;
            }
        }

        if (underWay is not null)
        {
            await underWay;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        while (true)
        {
            // With nothing to hand over there is nothing to wait for either: a timer for each viewer and change would
            // cost more than the change.
            if (IsDone())
            {
                return;
            }

            var early = interval - time.GetElapsedTime(_lastDelivery);
            if (_lastDelivery != 0 && early > TimeSpan.Zero)
            {
                await PauseAsync(early);
            }

            if (Take() is not { } value)
            {
                continue;
            }

            _lastDelivery = time.GetTimestamp();
            try
            {
                await deliver(value);
            }
            catch (Exception error)
            {
                onError(error);
            }
        }
    }

    /// <summary>Puts the value in the place of an older one; true when somebody has to take it from there.</summary>
    private bool Place(T value)
    {
        var number = numberOf?.Invoke(value) ?? 0;
        lock (_gate)
        {
            if (number < _newest)
            {
                return false;
            }

            _newest = number;
            _pending = value;
            if (_isRunning || _isDisposed)
            {
                return false;
            }

            return _isRunning = true;
        }
    }

    private bool IsDone()
    {
        lock (_gate)
        {
            if (_pending is not null && !_isDisposed)
            {
                return false;
            }

            _isRunning = false;
            _idle?.TrySetResult();
            return true;
        }
    }

    private T? Take()
    {
        lock (_gate)
        {
            var value = _isDisposed ? null : _pending;
            _pending = null;
            return value;
        }
    }

    /// <summary>Waits out the interval; a consumer that leaves does not have to.</summary>
    private async Task PauseAsync(TimeSpan length)
    {
        using var pause = new CancellationTokenSource();
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _pause = pause;
        }

        await Task.Delay(length, time, pause.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            _pause = null;
        }
    }
}
