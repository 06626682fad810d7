using System.Buffers;
using System.Globalization;
using System.Text;

namespace LiveBoard.Core.Exchange.Csv;

/// <summary>
/// Tables as CSV (RFC 4180) that a spreadsheet opens as what they are: it begins with a byte order mark, without which
/// some take it for another encoding, and no text in it is run as a formula.
/// </summary>
public static class CsvText
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n\t");

    /// <summary>What a spreadsheet takes for the beginning of a formula, or skips to look behind it.</summary>
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n");

    /// <summary>The text of a file; to be written as UTF-8.</summary>
    /// <param name="rows">Cells are texts, numbers, days, moments (UTC) or null. Only texts are made harmless.</param>
    public static string Of(IEnumerable<IEnumerable<object?>> rows)
    {
        var text = new StringBuilder().Append(ByteOrderMark);
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            string text => Quote(Harmless(text)),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value)),
        };

    private static string Harmless(string text) =>
        text.Length > 0 && FormulaStarts.Contains(text[0]) ? $"'{text}" : text;

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
