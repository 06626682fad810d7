using System.Globalization;

namespace LiveBoard.Core.Live.History;

/// <summary>A date as the log writes it: to the second, and whether it had been met.</summary>
/// <param name="At">UTC; null for no date.</param>
/// <param name="IsDone">True when it had been met.</param>
internal readonly record struct CardDue(DateTime? At, bool IsDone)
{
    private const string Done = " done";

    public static CardDue Parse(string? words)
    {
        var isDone = words?.EndsWith(Done, StringComparison.Ordinal) ?? false;
        var date = isDone ? words![..^Done.Length] : words;
        return DateTime.TryParseExact(
            date,
            "u",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? new CardDue(at, isDone)
            : default;
    }
}
