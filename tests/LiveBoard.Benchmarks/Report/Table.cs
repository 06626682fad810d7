using System.Globalization;
using System.Text;

namespace LiveBoard.Benchmarks.Report;

/// <summary>A table in Markdown, aligned so that it reads as plain text too.</summary>
internal sealed class Table(string title, params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public void Add(params object[] cells) => _rows.Add([.. cells.Select(Format)]);

    public override string ToString()
    {
        var widths = headings.Select((h, i) => _rows.Select(r => r[i].Length).Append(h.Length).Max()).ToArray();
        var text = new StringBuilder();
        text.Append("### ").AppendLine(title).AppendLine();
        AppendRow(text, headings, widths);
        text.Append('|').AppendJoin('|', widths.Select((w, i) => Rule(w, i))).AppendLine("|");
        _rows.ForEach(row => AppendRow(text, row, widths));
        return text.ToString();
    }

    private static string Rule(int width, int column) =>
        column == 0 ? new string('-', width + 2) : new string('-', width + 1) + ":";

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths)
    {
        var padded = cells.Select((c, i) => i == 0 ? c.PadRight(widths[i]) : c.PadLeft(widths[i]));
        text.Append("| ").AppendJoin(" | ", padded).AppendLine(" |");
    }

    private static string Format(object cell) =>
        cell switch
        {
            double.NaN => "-",
            double number when Math.Abs(number) < 1 => number.ToString("0.000", CultureInfo.InvariantCulture),
            double number => number.ToString("0.0", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };
}
