using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>Puts a column before another one or at the end.</summary>
public sealed record MoveColumn : ColumnCommand
{
    /// <summary>The column that it goes before; null (or one that is gone) for the end.</summary>
    public Guid? BeforeColumnId { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Column column,
        CancellationToken cancellationToken
    )
    {
        if (await ColumnPlacement.FindAsync(context, column, BeforeColumnId, cancellationToken) is not { } position)
        {
            return null;
        }

        var siblings = await context
            .Db.Columns.Where(c => c.BoardId == BoardId && !c.IsArchived)
            .ToListAsync(cancellationToken);
        var next = siblings
            .Where(c => string.CompareOrdinal(c.Position, column.Position) > 0)
            .MinBy(c => c.Position, StringComparer.Ordinal);
        context.Undo = this with { CommandId = Guid.CreateVersion7(), BeforeColumnId = next?.Id };
        ColumnPlacement.Put(context, column, position);
        return null;
    }
}
