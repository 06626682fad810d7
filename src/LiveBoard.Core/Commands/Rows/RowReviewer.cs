using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Says what an import of rows would do, without doing it. Thread-safe.</summary>
public sealed class RowReviewer(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    TimeZoneInfo? zone = null
)
{
    /// <summary>The review; null when the actor may not edit the board, or it holds no cards.</summary>
    public async Task<RowReview?> ReviewAsync(
        Guid boardId,
        Actor actor,
        RowMapping mapping,
        IReadOnlyList<RowInput> rows,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) < BoardRole.Editor)
        {
            return null;
        }

        var board = await db.Boards.AsNoTracking().SingleAsync(b => b.Id == boardId, cancellationToken);
        return board is { Kind: BoardKind.Kanban, IsArchived: false }
            ? await RowWork.ReviewAsync(db, board, zone ?? TimeZoneInfo.Utc, mapping, rows, cancellationToken)
            : null;
    }
}
