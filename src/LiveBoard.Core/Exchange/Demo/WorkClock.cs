namespace LiveBoard.Core.Exchange.Demo;

/// <summary>
/// Counts back in working time: so many minutes ago, with nights and weekends left out. Farther back is always
/// earlier, so a history made with it stays in order.
/// </summary>
internal sealed class WorkClock(DateTime now)
{
    /// <summary>Minutes in a working day, from 07:00 to 16:00 UTC.</summary>
    public const int Day = 540;

    private static readonly TimeSpan Opens = TimeSpan.FromHours(7);

    public DateTime Ago(double minutes)
    {
        var day = now.Date;
        var worked = IsWeekend(day) ? 0 : Math.Clamp((now.TimeOfDay - Opens).TotalMinutes, 0, Day);
        while (minutes > worked)
        {
            minutes -= worked;
            do
            {
                day = day.AddDays(-1);
            } while (IsWeekend(day));

            worked = Day;
        }

        return DateTime.SpecifyKind(day + Opens + TimeSpan.FromMinutes(worked - minutes), DateTimeKind.Utc);
    }

    private static bool IsWeekend(DateTime day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
