namespace LiveBoard.Core.Commands.Cells;

/// <summary>What a row's cells mean, by column; columns that are not in it stay as they are.</summary>
/// <param name="CardId">The card.</param>
/// <param name="ColumnId">Where a card that is to be made goes; null for one that is there.</param>
internal sealed record CardWish(Guid CardId, Guid? ColumnId = null)
{
    public Dictionary<CellColumn, CellValue> Cells { get; } = [];

    public CellValue? this[CellKind kind] => Cells.GetValueOrDefault(new CellColumn(kind));

    /// <summary>The fields it gives values.</summary>
    public IEnumerable<(Guid FieldId, CellValue Value)> Fields =>
        Cells.Where(c => c.Key.Kind == CellKind.Field).Select(c => (c.Key.FieldId!.Value, c.Value));

    /// <summary>True when a due date would be met that is not there.</summary>
    /// <param name="dueAt">The due date that is there now.</param>
    public bool IsDoneWithoutDue(DateTime? dueAt) =>
        this[CellKind.Done] is { IsOn: true } && (this[CellKind.Due] is { } due ? due.At : dueAt) is null;
}
