using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Compares what a cell means with what the card holds.</summary>
internal static class RowValues
{
    public static bool IsSame(CardSnapshot card, CellColumn column, CellValue value) =>
        column.Kind switch
        {
            CellKind.Title => card.Title == value.Text,
            CellKind.Description => card.Description == value.Text,
            CellKind.Column => value.Ids.Contains(card.ColumnId),
            CellKind.Labels => card.LabelIds.ToHashSet().SetEquals(value.Ids),
            CellKind.Assignees => card.AssigneeIds.ToHashSet().SetEquals(value.Ids),
            CellKind.Start => card.StartAt == value.At,
            CellKind.Due => card.DueAt == value.At,
            CellKind.Done => card.IsDueDone == value.IsOn,
            _ => IsSame(card.FieldValues.FirstOrDefault(v => v.FieldId == column.FieldId), value),
        };

    private static bool IsSame(FieldValueSnapshot? field, CellValue value) =>
        (field?.Value ?? "") == value.Text && field?.PersonId == (value.Ids.Count > 0 ? value.Ids[0] : null);
}
