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
        var text =
            entry.Kind == ActivityKind.CardMoved && entry.FromColumn is null
                ? BoardTexts.DidCardMovedTo
                : BoardTexts.ResourceManager.GetString($"Did{entry.Kind}", CultureInfo.CurrentUICulture);
        return (text ?? BoardTexts.DidOther).With(who, Short(entry.Before), Short(entry.After), entry.FromColumn);
    }

    private static string? Short(string? value) => value is { Length: > 80 } ? value[..80] + "…" : value;
}
