using System.Globalization;
using System.Text.RegularExpressions;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Says in one sentence what was done to a card.</summary>
internal static partial class ActivityWords
{
    public static string Of(ActivityDetails entry, DueDates dates)
    {
        var who = entry.Actor?.Name ?? BoardTexts.Somebody;
        var text = BoardTexts.ResourceManager.GetString(
            $"Did{entry.Kind}{Variant(entry)}",
            CultureInfo.CurrentUICulture
        );
        return (text ?? BoardTexts.DidOther).With(
            who,
            Short(entry.Before, dates),
            Short(entry.After, dates),
            entry.FromColumn
        );
    }

    /// <summary>Which sentence, when there is more than one for the kind.</summary>
    private static string? Variant(ActivityDetails entry) =>
        entry.Kind switch
        {
            ActivityKind.CardMoved when entry.FromColumn is null => "To",
            ActivityKind.CardLinked or ActivityKind.CardUnlinked when entry.After is null => "Elsewhere",
            ActivityKind.CardFieldSet when entry.Before is null => "First",
            ActivityKind.CardFieldSet when entry.After is null => "Empty",
            _ => null,
        };

    private static string? Short(string? value, DueDates dates) =>
        value is null ? null
        : value.Length > 80 ? value[..80] + "…"
        : Moment().Replace(value, at => WordsOf(at, dates));

    /// <summary>Moments are kept in UTC and told on the instance's clock.</summary>
    private static string WordsOf(Match moment, DueDates dates) =>
        DateTime.TryParseExact(
            moment.Value,
            "u",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var at
        )
            ? dates.Moment(at)
            : moment.Value;

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}Z", RegexOptions.NonBacktracking)]
    private static partial Regex Moment();
}
