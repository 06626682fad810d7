using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Decides what a guest may see: the link's board, to look at, while the link is there, not over, and the board neither
/// private nor archived. Asked against the database as it is now, for every read and before anything is delivered after
/// a change of access. Thread-safe; lives as long as the application.
/// </summary>
public sealed class GuestAccess(IDbContextFactory<LiveBoardDbContext> contexts, TimeProvider time)
{
    /// <summary>What the link shows now; null for nothing.</summary>
    public async Task<GuestView?> FindAsync(GuestPass pass, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, pass, cancellationToken);
    }

    /// <summary>The same inside the caller's unit of work. One statement.</summary>
    public Task<GuestView?> FindAsync(
        LiveBoardDbContext db,
        GuestPass pass,
        CancellationToken cancellationToken = default
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        return (
            from link in db.GuestLinks
            where link.Id == pass.LinkId && (link.ExpiresAt == null || link.ExpiresAt > now)
            join board in db.Boards on link.BoardId equals board.Id
            where board.Visibility != BoardVisibility.Private && !board.IsArchived
            select new GuestView(board.Id, link.ExpiresAt)
        ).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>What a guest may look at.</summary>
/// <param name="BoardId">The only board.</param>
/// <param name="Until">When that ends, UTC; null for never.</param>
public sealed record GuestView(Guid BoardId, DateTime? Until);
