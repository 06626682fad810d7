using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Shared;

/// <summary>Says how many.</summary>
internal static class Counts
{
    public static string Cards(int count) => count == 1 ? BoardTexts.OneCard : BoardTexts.CardCount.With(count);
}
