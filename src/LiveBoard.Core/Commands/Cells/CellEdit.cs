using System.Runtime.InteropServices;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>Another text for one cell of a card.</summary>
/// <param name="CardId">The card.</param>
/// <param name="Column">Which of its cells.</param>
/// <param name="Text">As typed or pasted, see <see cref="CellText"/>; the empty text clears the cell.</param>
/// <param name="ReadAs">
/// What the cell said when it was read, as <see cref="CellText.Write"/> writes it; when somebody changed it since, the edit is
/// refused with what stands there. Null to overwrite.
/// </param>
public sealed record CellEdit(Guid CardId, CellColumn Column, string Text, string? ReadAs = null);

/// <summary>The text of one cell of a card that is to be made.</summary>
/// <param name="Column">Which cell.</param>
/// <param name="Text">As typed or pasted.</param>
// A record and no tuple: the fields of a tuple would be missing from the command's fingerprint.
[StructLayout(LayoutKind.Auto)]
public readonly record struct CellInput(CellColumn Column, string Text);

/// <summary>A row without a card: one is made from it, at the end of its column. Needs a title.</summary>
/// <param name="Cells">The texts of its cells; those that are left out stay empty.</param>
/// <param name="ColumnId">Where it goes, unless a cell names a column.</param>
public sealed record NewCard(IReadOnlyList<CellInput> Cells, Guid ColumnId)
{
    /// <summary>Identity of the new card, made by whoever issues the command.</summary>
    public Guid CardId { get; init; } = Guid.CreateVersion7();
}
