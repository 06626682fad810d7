using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace LiveBoard.Core.Exchange.Sheets;

/// <summary>
/// Texts in a workbook: what XML cannot hold is written as <c>_x000D_</c> there, and what looks like that is written as
/// <c>_x005F_x000D_</c>.
/// </summary>
internal static partial class SheetText
{
    /// <summary>The text of a shared string, without the readings that East Asian texts carry beside them.</summary>
    public static string Of(RstType item) =>
        Decode(
            item.Text is { } plain
                ? plain.Text
                : string.Concat(item.Elements<Run>().Select(run => run.Text?.Text ?? ""))
        );

    public static string Decode(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape()
                .Replace(
                    text,
                    m =>
                        (
                            (char)int.Parse(m.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                        ).ToString()
                )
            : text;

    public static string Encode(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? EscapeStart().Replace(text, "_x005F_") : text;

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EscapeStart();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
