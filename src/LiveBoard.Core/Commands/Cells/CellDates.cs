using System.Globalization;
using System.Text.RegularExpressions;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>
/// Dates in cells, by the clock of one time zone. Only forms that everybody reads alike are taken: a day and a month in
/// digits with slashes or hyphens could be either.
/// </summary>
public static partial class CellDates
{
    /// <summary>The forms that dates are taken in, by example; a time of day may follow each, as 14:30 or 2:30 PM.</summary>
    public static readonly IReadOnlyList<string> Forms = ["2026-11-27", "27 Nov 2026", "Nov 27, 2026", "27.11.2026"];

    /// <summary>When a card is due that is due on a day: when the day is over.</summary>
    public static readonly TimeSpan EndOfDay = new(23, 59, 0);

    private static readonly string[] Days =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "d.M.yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "d. MMM yyyy",
        "d. MMMM yyyy",
        "d-MMM-yyyy",
        "MMM d yyyy",
        "MMMM d yyyy",
        "MMM d, yyyy",
        "MMMM d, yyyy",
    ];

    // Six digits at most: PostgreSQL keeps no finer ones.
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFF", "h:mm tt", "h:mmtt"];

    private static readonly string[] Moments =
    [
        .. Days.SelectMany(day => Times.Select(time => $"{day} {time}")),
        .. Times.Take(3).Select(time => $"yyyy-M-d'T'{time}"),
    ];

    private static readonly string[] MomentsWithZone =
    [
        .. Times.Take(3).SelectMany(time => new[] { $"yyyy-M-d'T'{time}K", $"yyyy-M-d {time}K" }),
    ];

    /// <summary>Reads a date.</summary>
    /// <param name="text">As typed or pasted.</param>
    /// <param name="timeOfDay">The time of day for a date without one.</param>
    /// <param name="zone">Whose clock it is told by, unless it says so itself.</param>
    /// <returns>The moment in UTC, or why there is none.</returns>
    public static (DateTime? At, CellFault Fault) Read(string text, TimeSpan timeOfDay, TimeZoneInfo zone)
    {
        var trimmed = text.Trim();
        if (Parse(trimmed, Days) is { } day)
        {
            return InRange(WallClock.ToUtc(zone, day + timeOfDay));
        }

        if (Parse(trimmed, Moments) is { } local)
        {
            return InRange(WallClock.ToUtc(zone, local));
        }

        if (
            DateTimeOffset.TryParseExact(
                trimmed,
                MomentsWithZone,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var told
            )
        )
        {
            return InRange(told.UtcDateTime);
        }

        return (null, Ambiguous().IsMatch(trimmed) ? CellFault.AmbiguousDate : CellFault.NotADate);
    }

    /// <summary>Writes a date as short as it can be and still be read as the same.</summary>
    /// <param name="at">The moment, UTC.</param>
    /// <param name="timeOfDay">The time of day that is left out.</param>
    /// <param name="zone">Whose clock it is told by.</param>
    public static string Write(DateTime at, TimeSpan timeOfDay, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(at, zone);
        var format =
            local.TimeOfDay == timeOfDay ? "yyyy-MM-dd"
            : local.Ticks % TimeSpan.TicksPerMinute == 0 ? "yyyy-MM-dd HH:mm"
            : "yyyy-MM-dd HH:mm:ss.FFFFFF";
        var text = local.ToString(format, CultureInfo.InvariantCulture);
        // Of an hour that comes twice when clocks go back, the clock alone does not say which one is meant.
        return Read(text, timeOfDay, zone).At == at
            ? text
            : at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
    }

    private static DateTime? Parse(string text, string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private static (DateTime?, CellFault) InRange(DateTime at) =>
        DateRules.Check(at, "") is null ? (at, default) : (null, CellFault.DateOutOfRange);

    [GeneratedRegex(
        @"^\d{1,2}([/\-]\d{1,2}[/\-]\d{2,4}|\.\d{1,2}\.\d{2})(\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Ambiguous();
}
