using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Columns;

/// <summary>Finds the order key for a place among a board's columns; archived ones keep theirs.</summary>
internal static class ColumnPlacement
{
    /// <summary>A key right before a column, else at the end. Null when the column is there already.</summary>
    public static async Task<string?> FindAsync(
        BoardCommandContext context,
        Column? moving,
        Guid? beforeColumnId,
        CancellationToken cancellationToken
    )
    {
        var others = await context
            .Db.Columns.Where(c => c.BoardId == context.Board.Id && (moving == null || c.Id != moving.Id))
            .ToListAsync(cancellationToken);
        others.Sort((a, b) => string.CompareOrdinal(a.Position, b.Position));
        var index = others.FindIndex(c => c.Id == beforeColumnId);
        index = index < 0 ? others.Count : index;
        var low = index > 0 ? others[index - 1].Position : null;
        var high = index < others.Count ? others[index].Position : null;
        if (
            moving is not null
            && string.CompareOrdinal(moving.Position, low) > 0
            && (high is null || string.CompareOrdinal(moving.Position, high) < 0)
        )
        {
            return null;
        }

        var key = CardPosition.Between(low, high);
        return key.Length <= CardPosition.MaxLength ? key : Respread(context, others, moving, index);
    }

    /// <summary>Puts a column there and notes it.</summary>
    public static void Put(BoardCommandContext context, Column column, string position)
    {
        context.Log(
            ActivityKind.ColumnMoved,
            columnId: column.Id,
            after: column.Name,
            position: position,
            fromPosition: column.Position
        );
        column.Position = position;
    }

    /// <summary>Gives all columns fresh keys beyond the last one, so that no two rows collide on the way.</summary>
    private static string Respread(BoardCommandContext context, List<Column> others, Column? moving, int index)
    {
        var last = others.Append(moving).OfType<Column>().Select(c => c.Position).Max(StringComparer.Ordinal);
        var own = "";
        for (var i = 0; i <= others.Count; i++)
        {
            if (i == index)
            {
                own = last = CardPosition.Between(last, null);
            }

            if (i < others.Count)
            {
                last = CardPosition.Between(last, null);
                Put(context, others[i], last);
            }
        }

        return own;
    }
}
