using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Fields;

/// <summary>Which choices a field may have.</summary>
internal static class FieldOptions
{
    /// <summary>Trimmed, empty ones left out, each once, one in each line.</summary>
    public static Rejection? Check(CustomFieldType type, IReadOnlyList<string> given, out string options)
    {
        options = "";
        var words = new List<string>();
        foreach (var text in given)
        {
            if (PlainText.IsStorable(text) && PlainText.IsBlank(text))
            {
                continue;
            }

            if (TextRules.Line(text, CustomField.MaxOptionLength, "choice", out var option) is { } invalid)
            {
                return invalid;
            }

            if (!words.Contains(option, StringComparer.Ordinal))
            {
                words.Add(option);
            }
        }

        if (words.Count > CustomField.MaxOptions)
        {
            return new Rejection(RejectionCode.TooMany, "choices");
        }

        if (type == CustomFieldType.Select == (words.Count == 0))
        {
            return new Rejection(RejectionCode.ValueInvalid, "choices");
        }

        options = string.Join('\n', words);
        return null;
    }
}
