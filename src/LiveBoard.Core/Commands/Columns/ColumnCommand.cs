using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>A wish about one column.</summary>
public abstract record ColumnCommand : BoardCommand
{
    /// <summary>The column.</summary>
    public required Guid ColumnId { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <summary>True for what may be done to a column that was put away: nobody sees it, so nothing else changes it.</summary>
    private protected virtual bool IsForArchivedColumn => false;

    /// <inheritdoc />
    internal sealed override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    ) =>
        await context.Db.Columns.SingleOrDefaultAsync(c => c.Id == ColumnId && c.BoardId == BoardId, cancellationToken)
            is { } column
        && (!column.IsArchived || IsForArchivedColumn)
            ? await ChangeAsync(context, column, cancellationToken)
            : new Rejection(RejectionCode.ColumnNotFound);

    private protected abstract Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Column column,
        CancellationToken cancellationToken
    );
}
