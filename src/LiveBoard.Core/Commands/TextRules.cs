using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands;

/// <summary>Checks a text that a command brings (see <see cref="PlainText"/>) and says why it cannot be stored.</summary>
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
        if (!PlainText.IsStorable(line))
        {
            return new Rejection(RejectionCode.TextInvalid, subject);
        }

        line = PlainText.ToLine(line);
        if (PlainText.IsBlank(line))
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
        if (!PlainText.IsStorable(result))
        {
            return new Rejection(RejectionCode.TextInvalid, subject);
        }

        result = PlainText.ToLines(result);
        return result.Length > maxLength ? new Rejection(RejectionCode.TextTooLong, subject) : null;
    }
}
