using System.Text;

namespace LiveBoard.Core.Grids;

/// <summary>
/// Tables as text on a clipboard, as Excel and LibreOffice write and read it: cells apart by tabs, rows by line breaks; a
/// cell with either in it, or that begins with a quotation mark, stands in quotation marks, its own ones doubled. Pure.
/// </summary>
public static class TsvText
{
    private static readonly char[] Special = ['\t', '\n', '\r'];

    /// <summary>The rows of a text. A line break at the very end begins no further row.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            row.Add(Cell(text, ref at));
            if (at < text.Length && text[at] == '\t')
            {
                at++;
                if (at == text.Length)
                {
                    row.Add("");
                }

                continue;
            }

            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            rows.Add(row);
            row = [];
        }

        if (row.Count > 0)
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Rows as a text.</summary>
    public static string Write(IEnumerable<IEnumerable<string>> rows) =>
        string.Join("\r\n", rows.Select(row => string.Join('\t', row.Select(Quote))));

    private static string Quote(string cell) =>
        cell.IndexOfAny(Special) >= 0 || cell.StartsWith('"')
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    private static string Cell(string text, ref int at)
    {
        if (text[at] == '"' && Quoted(text, at) is { } quoted)
        {
            at = quoted.End;
            return quoted.Cell;
        }

        var end = text.IndexOfAny(Special, at);
        end = end < 0 ? text.Length : end;
        var cell = text[at..end];
        at = end;
        return cell;
    }

    /// <summary>Null when the quotation mark is one of the cell's own: it does not end, or something follows its end.</summary>
    private static (string Cell, int End)? Quoted(string text, int start)
    {
        var cell = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else
            {
                var isEnd = i + 1 == text.Length || Array.IndexOf(Special, text[i + 1]) >= 0;
                return isEnd ? (cell.Replace("\r\n", "\n").ToString(), i + 1) : null;
            }
        }

        return null;
    }
}
