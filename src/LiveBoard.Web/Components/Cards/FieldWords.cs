using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Says a custom field's value for people to read.</summary>
internal static class FieldWords
{
    /// <summary>The board's fields in order.</summary>
    public static IEnumerable<FieldSnapshot> InOrder(BoardSnapshot board) =>
        board.Fields.Values.OrderBy(f => f.Position, StringComparer.Ordinal).ThenBy(f => f.Id);

    /// <summary>The value; empty when there is nothing to say.</summary>
    public static string Of(FieldSnapshot field, FieldValueSnapshot value, BoardSnapshot board, DueDates dates) =>
        field.Type switch
        {
            CustomFieldType.Person => value.PersonId is { } id ? board.People.GetValueOrDefault(id)?.Name ?? "" : "",
            CustomFieldType.Checkbox => value.Value == "true" ? FieldTexts.Yes : "",
            CustomFieldType.Number => decimal.TryParse(
                value.Value,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number.ToString(CultureInfo.CurrentCulture)
                : value.Value,
            CustomFieldType.Date => FieldNotation.DateOf(value.Value) is { } at
                ? dates.DayOf(at).ToString("d MMM yyyy", CultureInfo.CurrentCulture)
                : value.Value,
            _ => value.Value,
        };
}
