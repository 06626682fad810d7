using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;

namespace LiveBoard.Core.Live;

/// <summary>
/// One viewer's hold on an open board. Hands over the newest frame, conflated, on a thread-pool thread; a viewer whose
/// access may have changed is asked again before anything more is handed over. Disposing ends it and waits for a
/// delivery under way. Thread-safe.
/// </summary>
public sealed class LiveBoardSubscription : IAsyncDisposable
{
    /// <summary>No eye follows more than this; a burst of commits paints at this pace.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    private readonly LiveBoardState _state;
    private readonly Func<LiveBoardSubscription, ValueTask> _onDisposed;
    private readonly Func<ValueTask<BoardRole>> _askRole;
    private readonly Func<LiveBoardUpdate, Task> _onUpdate;
    private readonly LiveBoardMeter _meter;
    private readonly LatestOnly<LiveBoardFrame> _updates;

    // Ahead of what was checked from the start: a frame that comes before the first answer asks for itself.
    private int _accessEpoch = 1;
    private int _checkedEpoch;
    private int _isEnded;
    private ITimer? _ending;
    private long _measured;

    internal LiveBoardSubscription(LiveBoardState state, PersonSnapshot? viewer, LiveViewerCallbacks callbacks)
    {
        _state = state;
        Viewer = viewer;
        _onUpdate = callbacks.OnUpdate;
        _askRole = callbacks.AskRole;
        _onDisposed = callbacks.OnDisposed;
        _meter = callbacks.Meter ?? LiveBoardMeter.Unheard;
        _updates = new LatestOnly<LiveBoardFrame>(
            DeliverAsync,
            callbacks.OnError,
            Interval,
            callbacks.Time,
            frame => frame.Number
        );
    }

    /// <summary>The frame that the subscription began with.</summary>
    public LiveBoardFrame First { get; internal set; } = null!;

    /// <summary>The newest frame, shown to the viewer already or not.</summary>
    internal LiveBoardFrame Current => _state.Frame;

    /// <summary>Who views; null for a guest.</summary>
    public PersonSnapshot? Viewer { get; }

    /// <summary>What the viewer may do, as far as is known now.</summary>
    public BoardRole Role { get; private set; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            _state.Remove(this);
            _ending?.Dispose();
            await _updates.DisposeAsync();
            await _onDisposed(this);
        }
    }

    /// <summary>Hands the frame over on this thread, or leaves it for when the viewer has time.</summary>
    internal void HandOver(LiveBoardFrame frame) => _updates.HandOver(frame);

    /// <summary>Tries again to ask for the role when the last try failed.</summary>
    internal void RetryCheck(LiveBoardFrame current)
    {
        if (Volatile.Read(ref _accessEpoch) != Volatile.Read(ref _checkedEpoch))
        {
            _updates.Offer(current);
        }
    }

    /// <summary>Asks again before the next delivery if the news concerns this viewer, and has one made.</summary>
    internal void OnAccessChanged(AccessChanged change, LiveBoardFrame current)
    {
        // A guest's right is that of whoever made the link.
        if (change.PersonId is null || Viewer is null || change.PersonId == Viewer.Id)
        {
            Interlocked.Increment(ref _accessEpoch);
            _updates.Offer(current);
        }
    }

    /// <summary>Asks again at that moment, when what lets the viewer in is over.</summary>
    internal void EndAt(DateTime moment, TimeProvider time)
    {
        var wait = moment - time.GetUtcNow().UtcDateTime;
        // Timers reach no further than some seven weeks; nobody's page is open for so long.
        if (wait < TimeSpan.FromDays(40))
        {
            _ending = time.CreateTimer(
                _ => OnAccessChanged(new AccessChanged(null, null, null), _state.Frame),
                null,
                wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
                Timeout.InfiniteTimeSpan
            );
        }
    }

    /// <summary>Asks what the viewer may do. The epoch is noted as it was before asking: news that comes meanwhile is asked about again.</summary>
    internal async Task<BoardRole> CheckAsync()
    {
        var epoch = Volatile.Read(ref _accessEpoch);
        var role = await _askRole();
        Role = role;
        Volatile.Write(ref _checkedEpoch, epoch);
        return role;
    }

    private async Task DeliverAsync(LiveBoardFrame frame)
    {
        // This answer and no other: the first question may still be under way and put an older one over it.
        var isChecked = Volatile.Read(ref _accessEpoch) == Volatile.Read(ref _checkedEpoch);
        var role = isChecked ? Role : await CheckAsync();
        if (role == BoardRole.None)
        {
            _state.Remove(this);
            await _onUpdate(LiveBoardUpdate.AccessLost);
            return;
        }

        await _onUpdate(new LiveBoardUpdate(frame, role));
        Measure(frame);
    }

    /// <summary>A frame is handed over again when access changes, long after the change that made it.</summary>
    private void Measure(LiveBoardFrame frame)
    {
        if (frame.HeardAt != 0 && frame.Number > Math.Max(_measured, First.Number))
        {
            _measured = frame.Number;
            LiveBoardMeter.Record(_meter.DeliveryDuration, frame.HeardAt);
        }
    }
}

/// <summary>What a subscription needs from the registry and its viewer.</summary>
internal sealed record LiveViewerCallbacks(
    Func<LiveBoardUpdate, Task> OnUpdate,
    Func<ValueTask<BoardRole>> AskRole,
    Func<LiveBoardSubscription, ValueTask> OnDisposed,
    Action<Exception> OnError,
    TimeProvider Time,
    LiveBoardMeter? Meter = null
);
