using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Cards;

/// <summary>The buttons above a text: what each does is the script's (Scripts/text/marks.js).</summary>
internal static class TextMark
{
    public static IEnumerable<(string Name, string Icon, string Label)> All =>
        [
            ("heading", "head", CardTexts.MarkHeading),
            ("bold", "bold", CardTexts.MarkBold),
            ("italic", "ital", CardTexts.MarkItalic),
            ("list", "ul", CardTexts.MarkList),
            ("task", "list", CardTexts.MarkTask),
            ("quote", "quote", CardTexts.MarkQuote),
            ("code", "code", CardTexts.MarkCode),
            ("link", "link", CardTexts.MarkLink),
        ];
}
