using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Boards;

/// <summary>Names of the palette's colours in style sheets and in words, and what stands in a person's circle.</summary>
internal static class Palette
{
    private static readonly string[] Classes =
    [
        .. Enum.GetNames<LabelColor>().Select(n => $"l-{n.ToLowerInvariant()}"),
    ];

    public static string ClassOf(LabelColor color) => Classes[(int)color];

    public static string NameOf(LabelColor color) =>
        BoardTexts.ResourceManager.GetString($"Color{color}", CultureInfo.CurrentUICulture) ?? color.ToString();

    /// <summary>Up to two letters: the first of the first and of the last word.</summary>
    public static string Initials(string name)
    {
        var words = name.Split([' ', '-', '.', '_'], StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => "?",
            [var only] => First(only),
            [var first, .., var last] => First(first) + First(last),
        };
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.CurrentCulture);
}
