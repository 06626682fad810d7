using System.Globalization;
using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Components.Boards;

/// <summary>Which cards somebody may mean who has begun to type a number or a title.</summary>
internal static class CardWords
{
    /// <summary>True when the number begins with the words, or the title holds them; true for no words.</summary>
    public static bool AreMeant(string words, CardSnapshot card) =>
        card.Number.ToString(CultureInfo.InvariantCulture).StartsWith(words, StringComparison.Ordinal)
        || card.Title.Contains(words, StringComparison.CurrentCultureIgnoreCase);
}
