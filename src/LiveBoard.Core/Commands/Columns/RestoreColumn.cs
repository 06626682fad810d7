using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>Brings an archived column back to its place, with the cards in it.</summary>
public sealed record RestoreColumn : ColumnCommand
{
    private protected override bool IsForArchivedColumn => true;

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Column column,
        CancellationToken cancellationToken
    )
    {
        if (column.IsArchived)
        {
            // The change capture tells the cards that come back with the column; it finds those that are loaded.
            await context.CardsWithLinks().Where(c => c.ColumnId == column.Id).LoadAsync(cancellationToken);
            column.IsArchived = false;
            context.Log(ActivityKind.ColumnRestored, columnId: column.Id, after: column.Name);
            context.Undo = new ArchiveColumn { BoardId = BoardId, ColumnId = ColumnId };
        }

        return null;
    }
}
