using System.Globalization;
using System.Runtime.InteropServices;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Grids;

/// <summary>What a cell counts as among others of its column.</summary>
/// <param name="IsEmpty">True when the cell says nothing.</param>
/// <param name="Number">Of numbers, dates and whatever else has an order of its own.</param>
/// <param name="Text">What it is called.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GridKey(bool IsEmpty, decimal Number, string Text)
{
    private static readonly GridKey Nothing = new(true, 0, "");

    /// <summary>Below zero when this one comes first; empty ones come last, whichever way the others go.</summary>
    public int CompareTo(GridKey other, bool isDescending)
    {
        if (IsEmpty || other.IsEmpty)
        {
            return IsEmpty.CompareTo(other.IsEmpty);
        }

        var order = Number.CompareTo(other.Number);
        if (order == 0)
        {
            order = CultureInfo.CurrentCulture.CompareInfo.Compare(Text, other.Text, CompareOptions.IgnoreCase);
        }

        if (order == 0)
        {
            // What differs in case only is one after the other and still two groups.
            order = string.CompareOrdinal(Text, other.Text);
        }

        return isDescending ? -order : order;
    }

    /// <summary>The same for all moments of one day; itself for anything else.</summary>
    public static GridKey GroupOf(CardSnapshot card, CellColumn cell, BoardSnapshot board, TimeZoneInfo zone)
    {
        var key = Of(card, cell, board, zone);
        var isDate =
            cell.Kind is CellKind.Start or CellKind.Due
            || (cell.FieldId is { } id && board.Fields.GetValueOrDefault(id)?.Type == CustomFieldType.Date);
        return isDate && !key.IsEmpty ? key with { Number = decimal.Floor(key.Number / TimeSpan.TicksPerDay) } : key;
    }

    /// <summary>The key of one cell of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="cell">Which cell.</param>
    /// <param name="board">What names the card's people, labels and fields.</param>
    /// <param name="zone">Whose days dates are of.</param>
    public static GridKey Of(CardSnapshot card, CellColumn cell, BoardSnapshot board, TimeZoneInfo zone) =>
        cell.Kind switch
        {
            CellKind.Title => OfText(card.Title),
            CellKind.Description => OfText(card.Description),
            CellKind.Column => OfColumn(card.ColumnId, board),
            CellKind.Labels => OfText(Join(card.LabelIds.Select(id => NameOf(board.Labels.GetValueOrDefault(id))))),
            CellKind.Assignees => OfText(
                Join(card.AssigneeIds.Select(id => board.People.GetValueOrDefault(id)?.Name ?? ""))
            ),
            CellKind.Start => OfDate(card.StartAt, zone),
            CellKind.Due => OfDate(card.DueAt, zone),
            CellKind.Done => card.IsDueDone ? new GridKey(false, 0, CellText.Yes) : Nothing,
            _ => OfField(card, cell.FieldId, board, zone),
        };

    /// <summary>What the cell adds to the total of its column; null when the column has none.</summary>
    public static decimal? AmountOf(CardSnapshot card, CellColumn cell, BoardSnapshot board) =>
        cell.Kind == CellKind.Done ? Count(card.IsDueDone)
        : cell.FieldId is not { } id || board.Fields.GetValueOrDefault(id) is not { } field ? null
        : field.Type switch
        {
            CustomFieldType.Number => NumberOf(ValueOf(card, id)?.Value),
            CustomFieldType.Checkbox => Count(ValueOf(card, id)?.Value == "true"),
            _ => null,
        };

    private static GridKey OfColumn(Guid columnId, BoardSnapshot board)
    {
        for (var i = 0; i < board.Columns.Length; i++)
        {
            if (board.Columns[i].Id == columnId)
            {
                return new GridKey(false, i, board.Columns[i].Name);
            }
        }

        return Nothing;
    }

    private static GridKey OfField(CardSnapshot card, Guid? fieldId, BoardSnapshot board, TimeZoneInfo zone)
    {
        if (
            fieldId is not { } id
            || board.Fields.GetValueOrDefault(id) is not { } field
            || ValueOf(card, id) is not { } value
        )
        {
            return Nothing;
        }

        return field.Type switch
        {
            CustomFieldType.Person => OfText(
                value.PersonId is { } person ? board.People.GetValueOrDefault(person)?.Name ?? "" : ""
            ),
            CustomFieldType.Number when NumberOf(value.Value) is { } number => OfNumber(number),
            CustomFieldType.Date => OfDate(FieldNotation.DateOf(value.Value), zone),
            CustomFieldType.Select => OfChoice(field, value.Value),
            CustomFieldType.Checkbox => value.Value == "true" ? new GridKey(false, 0, CellText.Yes) : Nothing,
            _ => OfText(value.Value),
        };
    }

    /// <summary>Choices stand in their own order, not in that of the alphabet.</summary>
    private static GridKey OfChoice(FieldSnapshot field, string value)
    {
        var choices = FieldNotation.ChoicesOf(field.Options);
        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i] == value)
            {
                return new GridKey(false, i, value);
            }
        }

        return value.Length == 0 ? Nothing : new GridKey(false, choices.Count, value);
    }

    private static GridKey OfText(string text) => text.Length == 0 ? Nothing : new GridKey(false, 0, text);

    /// <summary>By the wall clock; the words are the day's.</summary>
    private static GridKey OfDate(DateTime? at, TimeZoneInfo zone)
    {
        if (at is not { } moment)
        {
            return Nothing;
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(moment, zone);
        return new GridKey(false, local.Ticks, local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    /// <summary>1 and 1.0 are one number, and one group.</summary>
    private static GridKey OfNumber(decimal number) =>
        new(false, number, number.ToString("G29", CultureInfo.InvariantCulture));

    private static FieldValueSnapshot? ValueOf(CardSnapshot card, Guid fieldId)
    {
        foreach (var value in card.FieldValues)
        {
            if (value.FieldId == fieldId)
            {
                return value;
            }
        }

        return null;
    }

    private static decimal? NumberOf(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal Count(bool isOn) => isOn ? 1 : 0;

    private static string NameOf(LabelSnapshot? label) =>
        label is null ? ""
        : label.Name.Length > 0 ? label.Name
        : label.Color.ToString();

    private static string Join(IEnumerable<string> names) =>
        string.Join(", ", names.Where(n => n.Length > 0).Order(StringComparer.CurrentCulture));
}
