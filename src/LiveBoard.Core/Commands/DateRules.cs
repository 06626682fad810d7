using System.Globalization;

namespace LiveBoard.Core.Commands;

/// <summary>Checks a date that a command brings, and says it for the history.</summary>
internal static class DateRules
{
    /// <summary>UTC, and within what calendars and charts can show.</summary>
    /// <param name="date">The date; null for none.</param>
    /// <param name="subject">What it is, for the message.</param>
    /// <returns>Why it cannot be stored, or null.</returns>
    public static Rejection? Check(DateTime? date, string subject) =>
        date is { Kind: not DateTimeKind.Utc } or { Year: < 1900 or > 9000 }
            ? new Rejection(RejectionCode.ValueInvalid, subject)
            : null;

    public static string? Words(DateTime? date) => date?.ToString("u", CultureInfo.InvariantCulture);
}
