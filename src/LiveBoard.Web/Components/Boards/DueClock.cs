namespace LiveBoard.Web.Components.Boards;

/// <summary>Ticks once a minute for everything that shows how a due date stands. Thread-safe; one for the application.</summary>
internal sealed class DueClock : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private DateTime _last;

    public DueClock(TimeProvider time)
    {
        _time = time;
        _last = time.GetUtcNow().UtcDateTime;
        _timer = time.CreateTimer(_ => Tick(), null, Minute, Minute);
    }

    /// <summary>Raised with the moment of the tick before and of this one, UTC.</summary>
    public event Action<DateTime, DateTime>? Ticked;

    /// <summary>Number of those who listen.</summary>
    public int ListenerCount => Ticked?.GetInvocationList().Length ?? 0;

    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        var before = _last;
        _last = _time.GetUtcNow().UtcDateTime;
        Ticked?.Invoke(before, _last);
    }
}
