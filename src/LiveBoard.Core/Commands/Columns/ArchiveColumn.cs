using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>Puts a column away, with the cards in it.</summary>
public sealed record ArchiveColumn : ColumnCommand
{
    private protected override bool IsForArchivedColumn => true;

    private protected override Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Column column,
        CancellationToken cancellationToken
    )
    {
        if (!column.IsArchived)
        {
            column.IsArchived = true;
            context.Log(ActivityKind.ColumnArchived, columnId: column.Id, after: column.Name);
            context.Undo = new RestoreColumn { BoardId = BoardId, ColumnId = ColumnId };
        }

        return Task.FromResult<Rejection?>(null);
    }
}
