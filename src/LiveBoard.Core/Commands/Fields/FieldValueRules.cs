using System.Globalization;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Fields;

/// <summary>What a field's value may be, in the notation that it is stored in.</summary>
internal static class FieldValueRules
{
    /// <summary>The value to store for what was given; empty to hold none.</summary>
    /// <param name="field">The field; not one of a person.</param>
    /// <param name="given">As typed or chosen; numbers and dates in invariant notation.</param>
    /// <param name="value">The value.</param>
    public static Rejection? Check(FieldSnapshot field, string given, out string value)
    {
        value = "";
        if (given.Length == 0)
        {
            return null;
        }

        if (TextRules.Line(given, CustomFieldValue.MaxLength, field.Name, out var line) is { } invalid)
        {
            return invalid.Code == RejectionCode.TextEmpty ? null : invalid;
        }

        if (Normal(field, line) is not { } normal)
        {
            return new Rejection(RejectionCode.ValueInvalid, field.Name);
        }

        value = normal;
        return null;
    }

    /// <summary>A stored value for the history; null for none.</summary>
    public static string? Words(CustomField field, string value) =>
        field.Type switch
        {
            _ when value.Length == 0 => null,
            CustomFieldType.Checkbox => "yes",
            CustomFieldType.Date => DateRules.Words(FieldNotation.DateOf(value)) ?? value,
            _ => value,
        };

    private static string? Normal(FieldSnapshot field, string line)
    {
        switch (field.Type)
        {
            case CustomFieldType.Text:
                return line;
            case CustomFieldType.Number:
                return decimal.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number.ToString(CultureInfo.InvariantCulture)
                    : null;
            case CustomFieldType.Date:
                return FieldNotation.DateOf(line) is { } at && DateRules.Check(at, field.Name) is null
                    ? FieldNotation.Of(at)
                    : null;
            case CustomFieldType.Select:
                return FieldNotation.ChoicesOf(field.Options).Contains(line, StringComparer.Ordinal) ? line : null;
            case CustomFieldType.Checkbox:
                // Not ticked is how a box begins: it needs no value.
                return line switch
                {
                    "true" => line,
                    "false" => "",
                    _ => null,
                };
            case CustomFieldType.Link:
                return LinkRules.IsSafe(line) ? line : null;
            default:
                return null;
        }
    }
}
