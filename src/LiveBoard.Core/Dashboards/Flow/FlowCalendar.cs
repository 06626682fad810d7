namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// Which day a moment belongs to, in the time zone of a team. A day is a date on the wall: the one with 23 hours and the
/// one with 25 are days like others, and lengths of time are never counted in them. Thread-safe.
/// </summary>
/// <param name="zone">The team's time zone.</param>
public sealed class FlowCalendar(TimeZoneInfo zone)
{
    /// <summary>The day that a moment belongs to.</summary>
    /// <param name="at">UTC.</param>
    public DateOnly DayOf(DateTime at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone));

    /// <summary>The Monday of the week that a day belongs to (ISO 8601).</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
