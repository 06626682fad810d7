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
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text of a file; to be written as UTF-8.</summary>
    /// <param name="rows">Cells are texts, numbers, days, moments (UTC) or null. Only texts are made harmless.</param>
    public static string Of(IEnumerable<IEnumerable<object?>> rows)
    {
        var text = new StringBuilder().Append(ByteOrderMark);
        foreach (var row in rows)
        {
            text.Append(Row(row, ','));
        }

        return text.ToString();
    }

    /// <summary>Writes a file row by row, as the rows come.</summary>
    /// <param name="writer">Of UTF-8 without a mark of its own.</param>
    /// <param name="rows">As of <see cref="Of"/>.</param>
    /// <param name="delimiter">What stands between cells: spreadsheets expect the one of their language.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(
        TextWriter writer,
        IEnumerable<IEnumerable<object?>> rows,
        char delimiter,
        CancellationToken cancellationToken = default
    )
    {
        await writer.WriteAsync(ByteOrderMark);
        foreach (var row in rows)
        {
            await writer.WriteAsync(Row(row, delimiter).AsMemory(), cancellationToken);
        }
    }

    /// <summary>The text of a cell as it was before it was made harmless: what is exported here comes back unharmed.</summary>
    public static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell) ? cell[1..] : cell;

    /// <summary>True for what a spreadsheet may run, also behind apostrophes: those that we put there must be told from others.</summary>
    internal static bool IsFormula(string text)
    {
        var start = text.AsSpan().TrimStart('\'');
        return start.Length > 0 && FormulaStarts.Contains(start[0]);
    }

    private static string Row(IEnumerable<object?> row, char delimiter) =>
        string.Join(delimiter, row.Select(value => Cell(value, delimiter))) + "\r\n";

    private static string Cell(object? value, char delimiter) =>
        value switch
        {
            null => "",
            string text => Quote(Harmless(text), delimiter),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value)),
        };

    private static string Harmless(string text) => IsFormula(text) ? $"'{text}" : text;

    private static string Quote(string text, char delimiter) =>
        text.AsSpan().ContainsAny(Quoted) || text.Contains(delimiter, StringComparison.Ordinal)
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
}
