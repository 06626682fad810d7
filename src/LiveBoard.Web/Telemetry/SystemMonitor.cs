using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using LiveBoard.Core.Events;
using LiveBoard.Core.Live;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Hosting;

namespace LiveBoard.Web.Telemetry;

/// <summary>
/// Reads the instance's gauges once a second while somebody looks, and hands each new reading to all who do. Rare events are
/// counted from the start; what happens with every change is listened to only meanwhile. Thread-safe; lives as long as the
/// application.
/// </summary>
internal sealed class SystemMonitor : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>Less is not worth a new picture.</summary>
    private const long Megabyte = (1L << 20) - 1;

    private readonly LiveBoardRegistry _boards;
    private readonly CircuitNumbers _circuits;
    private readonly StoreSettings _store;
    private readonly LastError _lastError;
    private readonly LiveBoardMeter _meter;
    private readonly TimeProvider _time;
    private readonly RecentLags _lags;
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private ImmutableArray<Action<SystemReading>> _watchers = [];
    private SystemReading? _told;
    private ITimer? _timer;
    private long _reconnects;
    private long _gaps;
    private long _reloads;

    public SystemMonitor(
        LiveBoardRegistry boards,
        CircuitNumbers circuits,
        StoreSettings store,
        LastError lastError,
        LiveBoardMeter meter,
        BackupShelf backups,
        TimeProvider time
    )
    {
        (_boards, _circuits, _store, _lastError, _meter, _time) = (boards, circuits, store, lastError, meter, time);
        _lags = new RecentLags(time);
        StartedAt = time.GetUtcNow().UtcDateTime;
        Offer(backups);
        _listener.SetMeasurementEventCallback<long>(CountRare);
        _listener.SetMeasurementEventCallback<double>(CountOften);
        _listener.EnableMeasurementEvents(meter.Reconnects);
        _listener.EnableMeasurementEvents(meter.Gaps);
        _listener.EnableMeasurementEvents(meter.Reloads);
    }

    /// <summary>When the program began, UTC.</summary>
    public DateTime StartedAt { get; }

    /// <summary>Hands over a reading whenever there is another one, until disposed. The first comes with the call.</summary>
    /// <param name="onReading">Called on a timer's thread; must only hand over and return.</param>
    public IDisposable Watch(Action<SystemReading> onReading)
    {
        lock (_gate)
        {
            _watchers = _watchers.Add(onReading);
            if (_watchers.Length == 1)
            {
                _listener.EnableMeasurementEvents(_meter.PublishDuration);
                _listener.EnableMeasurementEvents(_meter.DeliveryDuration);
                _timer = _time.CreateTimer(_ => Tell(), null, Every, Every);
            }
        }

        onReading(Read());
        return new Watching(this, onReading);
    }

    /// <summary>How it is now.</summary>
    public SystemReading Read()
    {
        var (changes, lag) = _lags.Read();
        return new SystemReading
        {
            Circuits = _circuits.Open,
            Connected = _circuits.Connected,
            OpenBoards = _boards.OpenBoardCount,
            Viewers = _boards.SubscriptionCount,
            ChangesPerSecond = changes,
            LagSeconds = lag,
            Reconnects = Interlocked.Read(ref _reconnects),
            Gaps = Interlocked.Read(ref _gaps),
            Reloads = Interlocked.Read(ref _reloads),
            DatabaseBytes = _store.File is { } file ? SizeOf(file) + SizeOf($"{file}-wal") : null,
            FreeBytes = _store.File is { } beside ? FreeBeside(beside) : null,
            MemoryBytes = Environment.WorkingSet & ~Megabyte,
            LastError = _lastError.Value,
        };
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _listener.Dispose();
    }

    /// <summary>What is there anyway needs no counting: whoever collects measurements asks for it.</summary>
    private void Offer(BackupShelf backups)
    {
        var meter = _meter.Meter;
        meter.CreateObservableUpDownCounter("liveboard.board.open", () => _boards.OpenBoardCount, "{board}");
        meter.CreateObservableUpDownCounter("liveboard.board.viewers", () => _boards.SubscriptionCount, "{viewer}");
        meter.CreateObservableUpDownCounter("liveboard.circuit.open", () => _circuits.Open, "{circuit}");
        meter.CreateObservableGauge(
            "liveboard.backup.age",
            () =>
                backups.List() is [var newest, ..]
                    ? [new Measurement<double>((_time.GetUtcNow().UtcDateTime - newest.At).TotalSeconds)]
                    : Array.Empty<Measurement<double>>(),
            "s",
            "Time since the newest backup was made."
        );
    }

    private void Tell()
    {
        var reading = Read();
        ImmutableArray<Action<SystemReading>> watchers;
        lock (_gate)
        {
            if (reading == _told)
            {
                return;
            }

            _told = reading;
            watchers = _watchers;
        }

        foreach (var watcher in watchers)
        {
            watcher(reading);
        }
    }

    private void Leave(Action<SystemReading> watcher)
    {
        lock (_gate)
        {
            _watchers = _watchers.Remove(watcher);
            if (_watchers.IsEmpty && _timer is not null)
            {
                _timer.Dispose();
                _timer = null;
                _listener.DisableMeasurementEvents(_meter.PublishDuration);
                _listener.DisableMeasurementEvents(_meter.DeliveryDuration);
                _lags.Clear();
            }
        }
    }

    private void CountRare(
        Instrument instrument,
        long count,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? state
    )
    {
        ref var number = ref _reloads;
        number = ref instrument == _meter.Gaps ? ref _gaps : ref number;
        number = ref instrument == _meter.Reconnects ? ref _reconnects : ref number;
        Interlocked.Add(ref number, count);
    }

    private void CountOften(
        Instrument instrument,
        double seconds,
        ReadOnlySpan<KeyValuePair<string, object?>> tags,
        object? state
    )
    {
        if (instrument == _meter.PublishDuration)
        {
            _lags.NoteChange();
        }
        else
        {
            _lags.NoteDelivery(seconds);
        }
    }

    /// <summary>A disk that does not answer must not end the timer, which would end the program.</summary>
    private static long? FreeBeside(string file)
    {
        try
        {
            return DiskRoom.Free(file) & ~Megabyte;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static long SizeOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;

    private sealed class Watching(SystemMonitor monitor, Action<SystemReading> watcher) : IDisposable
    {
        public void Dispose() => monitor.Leave(watcher);
    }
}
