using System.Text;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>
/// Lists of names in one text: separated by comma or semicolon. A name that holds one of these, or begins with a quotation
/// mark, is put in quotation marks, its own ones doubled.
/// </summary>
public static class CellNames
{
    private static readonly char[] Separators = [',', ';'];

    /// <summary>The names, in order; null when quotation marks are broken.</summary>
    public static IReadOnlyList<string>? Split(string text)
    {
        var names = new List<string>();
        for (var at = 0; at < text.Length; at++)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at < text.Length && text[at] == '"')
            {
                if (Quoted(text, ref at) is not { } quoted)
                {
                    return null;
                }

                names.Add(quoted);
            }
            else
            {
                var end = text.IndexOfAny(Separators, at);
                end = end < 0 ? text.Length : end;
                names.Add(text[at..end]);
                at = end;
            }
        }

        return [.. names.Select(n => n.Trim()).Where(n => n.Length > 0)];
    }

    /// <summary>The names as one text.</summary>
    public static string Join(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    private static string Quote(string name) =>
        name.IndexOfAny(Separators) >= 0 || name.StartsWith('"')
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;

    /// <summary>What stands in quotation marks; the place moves to the separator behind them.</summary>
    private static string? Quoted(string text, ref int at)
    {
        var name = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                name.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                name.Append('"');
                at++;
            }
            else
            {
                var end = text.IndexOfAny(Separators, at);
                var rest = text[(at + 1)..(end < 0 ? text.Length : end)];
                at = end < 0 ? text.Length : end;
                return string.IsNullOrWhiteSpace(rest) ? name.ToString() : null;
            }
        }

        return null;
    }
}
