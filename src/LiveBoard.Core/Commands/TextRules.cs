using System.Text;

namespace LiveBoard.Core.Commands;

/// <summary>
/// What a text must be to be stored, the same on every path. Control characters other than tab and line feed are
/// removed; what no database can store is refused. Nothing is ever cut.
/// </summary>
public static class TextRules
{
    /// <summary>Makes one line: line breaks and tabs become spaces, the ends are trimmed; must not be empty.</summary>
    /// <param name="text">The text as given.</param>
    /// <param name="maxLength">Limit in UTF-16 units.</param>
    /// <param name="subject">What the text is, for the message.</param>
    /// <param name="line">The text to store.</param>
    /// <returns>Why it cannot be stored, or null.</returns>
    public static Rejection? Line(string? text, int maxLength, string subject, out string line)
    {
        line = text ?? "";
        if (!IsStorable(line))
        {
            return new Rejection(RejectionCode.TextInvalid, subject);
        }

        line = Clean(line, keepLines: false).Trim();
        if (IsBlank(line))
        {
            return new Rejection(RejectionCode.TextEmpty, subject);
        }

        return line.Length > maxLength ? new Rejection(RejectionCode.TextTooLong, subject) : null;
    }

    /// <summary>Keeps lines and tabs; may be empty.</summary>
    /// <inheritdoc cref="Line"/>
    public static Rejection? LongText(string? text, int maxLength, string subject, out string result)
    {
        result = text ?? "";
        if (!IsStorable(result))
        {
            return new Rejection(RejectionCode.TextInvalid, subject);
        }

        result = Clean(result.ReplaceLineEndings("\n"), keepLines: true);
        return result.Length > maxLength ? new Rejection(RejectionCode.TextTooLong, subject) : null;
    }

    /// <summary>False for NUL (PostgreSQL cannot store it), lone surrogates and noncharacters.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is '\0' or '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }

    private static string Clean(string text, bool keepLines)
    {
        var isClean = true;
        foreach (var c in text)
        {
            isClean &= !IsControl(c);
        }

        if (isClean)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsControl(c) || (keepLines && c is '\n' or '\t'))
            {
                result.Append(c);
            }
            else if (c is '\n' or '\r' or '\t')
            {
                result.Append(' ');
            }
        }

        return result.ToString();
    }

    private static bool IsControl(char c) => char.IsControl(c) || c == '\uFEFF';

    /// <summary>True when nothing would be seen: white space, zero-width characters, the Hangul fillers.</summary>
    private static bool IsBlank(string text)
    {
        foreach (var c in text)
        {
            if (
                !char.IsWhiteSpace(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\u3164' or '\u115F')
            )
            {
                return false;
            }
        }

        return true;
    }
}
