using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Keeps hard limits. Race-safe because writers of a board come one after another.</summary>
internal static class WipLimit
{
    public static async Task<Rejection?> CheckAsync(
        BoardCommandContext context,
        Column column,
        int joining,
        CancellationToken cancellationToken
    )
    {
        if (column is not { IsWipLimitHard: true, WipLimit: { } limit })
        {
            return null;
        }

        var there = await context.Db.Cards.CountAsync(
            c => c.ColumnId == column.Id && !c.IsArchived && c.DeletedAt == null,
            cancellationToken
        );
        return there + joining > limit ? new Rejection(RejectionCode.WipLimitReached, column.Name) : null;
    }
}
