using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Columns;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Makes the labels, columns and choices that come with rows.</summary>
internal static class RowAdditionWriter
{
    public static async Task<Rejection?> WriteAsync(
        BoardCommandContext context,
        RowAdditions additions,
        CancellationToken cancellationToken
    )
    {
        var boardId = context.Board.Id;
        var colors = Enum.GetValues<LabelColor>();
        var labels = await context.Db.Labels.CountAsync(l => l.BoardId == boardId, cancellationToken);
        foreach (var label in additions.Labels)
        {
            context.Db.Labels.Add(
                new Label
                {
                    Id = label.Id,
                    BoardId = boardId,
                    Name = label.Name,
                    Color = colors[labels++ % colors.Length],
                }
            );
            context.Log(ActivityKind.LabelCreated, after: label.Name);
        }

        return await AddColumnsAsync(context, additions, cancellationToken)
            ?? await AddChoicesAsync(context, additions, cancellationToken);
    }

    private static async Task<Rejection?> AddColumnsAsync(
        BoardCommandContext context,
        RowAdditions additions,
        CancellationToken cancellationToken
    )
    {
        if (additions.Columns.Count == 0)
        {
            return null;
        }

        // Archived ones count, too, and keep their places.
        var keys = await context
            .Db.Columns.Where(c => c.BoardId == context.Board.Id)
            .Select(c => c.Position)
            .ToListAsync(cancellationToken);
        if (keys.Count + additions.Columns.Count > Column.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "columns");
        }

        var last = keys.Max(StringComparer.Ordinal);
        foreach (var column in additions.Columns)
        {
            last = CardPosition.Between(last, null);
            context.Db.Columns.Add(
                new Column
                {
                    Id = column.Id,
                    BoardId = context.Board.Id,
                    Name = column.Name,
                    Position = last,
                }
            );
            context.Log(ActivityKind.ColumnCreated, columnId: column.Id, after: column.Name);
        }

        return null;
    }

    private static async Task<Rejection?> AddChoicesAsync(
        BoardCommandContext context,
        RowAdditions additions,
        CancellationToken cancellationToken
    )
    {
        foreach (var (fieldId, choices) in additions.Choices)
        {
            var field = await context.Db.CustomFields.SingleAsync(f => f.Id == fieldId, cancellationToken);
            field.Options = string.Join('\n', [.. FieldNotation.ChoicesOf(field.Options), .. choices]);
            context.Log(ActivityKind.FieldChanged, before: field.Name, after: field.Name);
        }

        return null;
    }
}
