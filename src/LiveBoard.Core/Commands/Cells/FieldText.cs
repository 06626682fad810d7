using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Fields;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>Values of custom fields as texts in cells, and back.</summary>
internal static class FieldText
{
    public static CellReading Read(CellColumn column, FieldSnapshot field, string text, CellVocabulary words) =>
        field.Type switch
        {
            CustomFieldType.Person => Person(CellText.Names(column, text, words.People), column, text),
            CustomFieldType.Checkbox => CellText.YesOrNo(column, text),
            CustomFieldType.Date => Date(CellText.Date(column, text, TimeSpan.Zero, words)),
            CustomFieldType.Select => Choice(column, field, text),
            _ => Plain(column, field, text),
        };

    public static string Write(FieldValueSnapshot? value, FieldSnapshot field, CellVocabulary words) =>
        value is null
            ? ""
            : field.Type switch
            {
                CustomFieldType.Person => value.PersonId is { } id ? CellNames.Join([words.People.NameOf(id)]) : "",
                CustomFieldType.Checkbox => value.Value == "true" ? CellText.Yes : "",
                CustomFieldType.Date => FieldNotation.DateOf(value.Value) is { } at
                    ? CellDates.Write(at, TimeSpan.Zero, words.Zone)
                    : value.Value,
                _ => value.Value,
            };

    private static CellReading Person(CellReading reading, CellColumn column, string text) =>
        reading.Value is { Ids.Count: > 1 } ? CellText.Problem(column, text, CellFault.OnlyOne) : reading;

    private static CellReading Date(CellReading reading) =>
        reading.Value?.At is { } at ? CellText.Value(FieldNotation.Of(at)) : reading;

    /// <summary>A choice by its words, else by its words in any case.</summary>
    private static CellReading Choice(CellColumn column, FieldSnapshot field, string text)
    {
        var wanted = text.Trim();
        var choices = FieldNotation.ChoicesOf(field.Options);
        if (wanted.Length == 0 || choices.Contains(wanted, StringComparer.Ordinal))
        {
            return CellText.Value(wanted);
        }

        return choices.Where(c => c.Equals(wanted, StringComparison.OrdinalIgnoreCase)).ToList() switch
        {
            [var only] => CellText.Value(only),
            [] => CellText.Problem(column, text, CellFault.UnknownName, wanted),
            _ => CellText.Problem(column, text, CellFault.AmbiguousName, wanted),
        };
    }

    private static CellReading Plain(CellColumn column, FieldSnapshot field, string text)
    {
        if (FieldValueRules.Check(field, text, out var value) is not { } invalid)
        {
            return CellText.Value(value);
        }

        if (invalid.Code != RejectionCode.ValueInvalid)
        {
            return CellText.Unfit(column, text, invalid, CustomFieldValue.MaxLength);
        }

        var fault =
            field.Type == CustomFieldType.Link ? CellFault.UnsafeLink
            : text.Contains(',', StringComparison.Ordinal) ? CellFault.NumberWithComma
            : CellFault.NotANumber;
        return CellText.Problem(column, text, fault);
    }
}
