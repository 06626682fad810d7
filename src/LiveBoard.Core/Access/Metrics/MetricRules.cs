using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Access.Metrics;

/// <summary>What series and points must be, whoever brings them.</summary>
public static class MetricRules
{
    /// <summary>Series of one workspace.</summary>
    public const int MaxSeries = 500;

    /// <summary>Points that come at once.</summary>
    public const int MaxPoints = 10_000;

    /// <summary>Earlier than this is a clock that was never set, or a number in the wrong unit.</summary>
    public static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>How far ahead of ours another clock may be.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>True for a key that a series may have.</summary>
    public static bool IsKey(string? key) =>
        key is { Length: > 0 and <= MetricSeries.MaxKeyLength }
        && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_' or '.');

    /// <summary>To the millisecond, which both databases and every program can tell apart.</summary>
    public static DateTime ToStored(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), at.Kind);

    /// <summary>True for a time that a point may have.</summary>
    /// <param name="at">The time, UTC.</param>
    /// <param name="now">The present, UTC.</param>
    public static bool IsTime(DateTime at, DateTime now) => at >= Earliest && at <= now + Ahead;
}
