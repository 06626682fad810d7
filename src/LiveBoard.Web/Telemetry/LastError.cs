namespace LiveBoard.Web.Telemetry;

/// <summary>
/// Remembers the last error that was logged, for administrators: its message, which holds ids and no words of people, and
/// what kind of failure caused it. The rest is in the log. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class LastError(TimeProvider time) : ILoggerProvider
{
    private const int MaxLength = 300;

    private LoggedError? _last;

    /// <summary>The last one; null when there was none since the start.</summary>
    public LoggedError? Value => Volatile.Read(ref _last);

    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName);

    public void Dispose() { }

    private void Note(string category, string message, Exception? cause)
    {
        var plain = new string([.. message.Select(c => char.IsControl(c) ? ' ' : c)]);
        var text = plain.Length > MaxLength ? $"{plain[..MaxLength]}…" : plain;
        Volatile.Write(ref _last, new LoggedError(time.GetUtcNow().UtcDateTime, category, text, cause?.GetType().Name));
    }

    private sealed class Listener(LastError memory, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Error and not LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                memory.Note(category, formatter(state, exception), exception);
            }
        }
    }
}

/// <summary>An error as it was logged.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Category">Which part of the program said it.</param>
/// <param name="Message">What it said.</param>
/// <param name="Cause">Kind of the exception, if there was one.</param>
internal sealed record LoggedError(DateTime At, string Category, string Message, string? Cause);
