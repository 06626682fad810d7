using System.Globalization;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>
/// Days as a spreadsheet counts them: from 1900, with a 29th of February in that year that never was, or from 1904.
/// They know no time zone: what is read is what the sheet shows.
/// </summary>
internal static class SheetDates
{
    /// <summary>The day that never was.</summary>
    private const int LeapDay = 60;

    private const double MaxDays = 2_958_466;
    private static readonly DateTime Base1900 = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Base1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The date in ISO 8601, with the time of day if it has one; null for what is none.</summary>
    public static string? Of(double days, bool uses1904)
    {
        if (days is < 0 or >= MaxDays || (!uses1904 && (int)days is LeapDay or 0))
        {
            return null;
        }

        var start = uses1904 ? Base1904 : Base1900;
        // The days before the one that never was are counted one too few.
        var shift = !uses1904 && days < LeapDay ? 1 : 0;
        // A day is not a finite sum of binary fractions: to the nearest millisecond.
        var at = start.AddDays(Math.Truncate(days) + shift).AddMilliseconds(Math.Round(days % 1 * 86_400_000));
        return at.TimeOfDay == TimeSpan.Zero ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : at.Ticks % TimeSpan.TicksPerMinute == 0 ? at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
            : at.ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture);
    }

    /// <summary>The day of a date by the clock of its reader; null for one that sheets cannot hold.</summary>
    public static double? From(DateTime local)
    {
        var days = (local - Base1900).TotalDays;
        return days > LeapDay && days < MaxDays ? days : null;
    }
}
