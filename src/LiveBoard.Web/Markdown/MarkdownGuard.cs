namespace LiveBoard.Web.Markdown;

/// <summary>
/// Tells before parsing whether a text could take the parser long: it cannot be interrupted, and some of its work grows
/// with the square of certain characters. Far above what people write, far below what hurts.
/// </summary>
internal static class MarkdownGuard
{
    /// <summary>Longest text that is parsed, in UTF-16 units.</summary>
    public const int MaxLength = 32_000;

    private const int MaxBrackets = 1_500;
    private const int MaxEmphasis = 4_000;
    private const int MaxBackticks = 2_000;
    private const int MaxPipes = 4_000;
    private const int MaxDepth = 40;

    /// <summary>False when the text had better be shown as it is.</summary>
    public static bool IsTame(string text)
    {
        if (text.Length > MaxLength)
        {
            return false;
        }

        var (brackets, emphasis, backticks, pipes, depth) = (0, 0, 0, 0, 0);
        var isLineStart = true;
        foreach (var c in text)
        {
            // Quotes and lists nest at the beginning of a line.
            isLineStart = c is '\n' || (isLineStart && c is ' ' or '\t' or '>' or '-' or '*' or '+');
            depth =
                c is '\n' ? 0
                : isLineStart && c is not ' ' and not '\t' ? depth + 1
                : depth;
            brackets += c is '[' or '!' or '<' ? 1 : 0;
            emphasis += c is '*' or '_' or '~' ? 1 : 0;
            backticks += c is '`' ? 1 : 0;
            pipes += c is '|' ? 1 : 0;
            if (depth > MaxDepth)
            {
                return false;
            }
        }

        return brackets <= MaxBrackets && emphasis <= MaxEmphasis && backticks <= MaxBackticks && pipes <= MaxPipes;
    }
}
