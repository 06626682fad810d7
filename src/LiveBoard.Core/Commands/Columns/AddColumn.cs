using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>Puts a new column before another one or at the end.</summary>
public sealed record AddColumn : BoardCommand
{
    /// <summary>Identity of the new column, made by whoever issues the command.</summary>
    public Guid ColumnId { get; init; } = Guid.CreateVersion7();

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The column that it stands before; null for the end.</summary>
    public Guid? BeforeColumnId { get; init; }

    /// <summary>Where work stands in it.</summary>
    public ColumnStage Stage { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (TextRules.Line(Name, Column.MaxNameLength, "name", out var name) is { } invalid)
        {
            return invalid;
        }

        var count = await context.Db.Columns.CountAsync(c => c.BoardId == BoardId, cancellationToken);
        if (count >= Column.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "columns");
        }

        if (await context.Db.Columns.AnyAsync(c => c.Id == ColumnId, cancellationToken))
        {
            return new Rejection(RejectionCode.ValueInvalid, "column");
        }

        var position = await ColumnPlacement.FindAsync(context, moving: null, BeforeColumnId, cancellationToken);
        context.Db.Columns.Add(
            new Column
            {
                Id = ColumnId,
                BoardId = BoardId,
                Name = name,
                Position = position!,
                Stage = Stage,
            }
        );
        context.Log(ActivityKind.ColumnCreated, columnId: ColumnId, after: name, position: position);
        context.Undo = new ArchiveColumn { BoardId = BoardId, ColumnId = ColumnId };
        return null;
    }
}
