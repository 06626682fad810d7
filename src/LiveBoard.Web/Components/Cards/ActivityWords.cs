using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Says in one sentence what was done to a card.</summary>
internal static class ActivityWords
{
    public static string Of(ActivityDetails entry)
    {
        var who = entry.Actor?.Name ?? BoardTexts.Somebody;
        var text = BoardTexts.ResourceManager.GetString(
            $"Did{entry.Kind}{Variant(entry)}",
            CultureInfo.CurrentUICulture
        );
        return (text ?? BoardTexts.DidOther).With(who, Short(entry.Before), Short(entry.After), entry.FromColumn);
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

    private static string? Short(string? value) => value is { Length: > 80 } ? value[..80] + "…" : value;
}
