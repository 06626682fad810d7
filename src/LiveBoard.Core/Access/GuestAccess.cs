using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Decides what a guest may see: the link's board, to look at, while the link is there, not over, and the board neither
/// private nor archived; and while whoever made the link may still share the board, so that nobody who is put out keeps
/// a window for themselves. Asked against the database as it is now, for every read and before anything is delivered after
/// a change of access. Thread-safe; lives as long as the application.
/// </summary>
public sealed class GuestAccess(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access, TimeProvider time)
{
    /// <summary>What the link shows now; null for nothing.</summary>
    public async Task<GuestView?> FindAsync(GuestPass pass, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, pass, cancellationToken);
    }

    /// <summary>The same inside the caller's unit of work. Two statements.</summary>
    public async Task<GuestView?> FindAsync(
        LiveBoardDbContext db,
        GuestPass pass,
        CancellationToken cancellationToken = default
    )
    {
        var link = await Open(db).SingleOrDefaultAsync(l => l.Id == pass.LinkId, cancellationToken);
        return link is not null && await IsBackedAsync(db, link, cancellationToken)
            ? new GuestView(link.BoardId, link.ExpiresAt)
            : null;
    }

    /// <summary>What a link leads to, for whoever has its secret; null when it shows nothing now.</summary>
    public async Task<GuestOffer?> FindAsync(string? secret, CancellationToken cancellationToken = default)
    {
        var hash = LinkSecret.Hash(secret);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var link = await Open(db).SingleOrDefaultAsync(l => l.TokenHash == hash, cancellationToken);
        return link is not null && await IsBackedAsync(db, link, cancellationToken)
            ? new GuestOffer(new GuestPass(link.Id), link.BoardId, link.PasswordHash)
            : null;
    }

    private IQueryable<GuestLink> Open(LiveBoardDbContext db)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return from link in db.GuestLinks.AsNoTracking()
            where link.ExpiresAt == null || link.ExpiresAt > now
            join board in db.Boards on link.BoardId equals board.Id
            where board.Visibility != BoardVisibility.Private && !board.IsArchived
            select link;
    }

    private async Task<bool> IsBackedAsync(
        LiveBoardDbContext db,
        GuestLink link,
        CancellationToken cancellationToken
    ) =>
        await access.GetBoardRoleAsync(db, new Actor(link.CreatedById), link.BoardId, cancellationToken)
        == BoardRole.Admin;
}

/// <summary>What a guest may look at.</summary>
/// <param name="BoardId">The only board.</param>
/// <param name="Until">When that ends, UTC; null for never.</param>
public sealed record GuestView(Guid BoardId, DateTime? Until);

/// <summary>What a link leads to.</summary>
/// <param name="Pass">What it makes of whoever opens it.</param>
/// <param name="BoardId">The board.</param>
/// <param name="PasswordHash">Hash of the password that is asked for first; null for none.</param>
public sealed record GuestOffer(GuestPass Pass, Guid BoardId, string? PasswordHash);
