using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Links that show a board to people without an account: 128 random bits, shown once, kept as a hash; with a password and
/// an end if wanted. Made and withdrawn by the board's admins. Thread-safe; lives as long as the application.
/// </summary>
public sealed class GuestLinkService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    AuditLog audit,
    RefusalLog refusals,
    WriteQueue writes,
    TimeProvider time
)
{
    /// <summary>Links of one board at a time; more would be somebody's mistake.</summary>
    public const int MaxPerBoard = 50;

    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Makes a link; for admins of the board.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="boardId">The board.</param>
    /// <param name="wish">What kind of link.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>The secret for the link. It is not kept and cannot be shown again.</returns>
    public async Task<DirectoryResult<string>> CreateAsync(
        Actor actor,
        Guid boardId,
        GuestLinkWish wish,
        CancellationToken cancellationToken = default
    )
    {
        var secret = LinkSecret.Create();
        var result = await _writer.WriteAsync(
            actor,
            new AuditNote("CreateGuestLink", boardId) { IsWrittenByTheChange = true },
            async db =>
            {
                if (await RefuseUnlessAdminAsync(db, actor, boardId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var now = time.GetUtcNow().UtcDateTime;
                var name = string.IsNullOrWhiteSpace(wish.Name)
                    ? ""
                    : DirectoryRules.Line(wish.Name, GuestLink.MaxNameLength);
                if (
                    name is null
                    || wish.ExpiresAt <= now
                    || await db.GuestLinks.CountAsync(l => l.BoardId == boardId, cancellationToken) >= MaxPerBoard
                )
                {
                    return DirectoryRefusal.ValueInvalid;
                }

                var link = new GuestLink
                {
                    Id = Guid.CreateVersion7(),
                    BoardId = boardId,
                    Name = name,
                    TokenHash = LinkSecret.Hash(secret),
                    PasswordHash = wish.PasswordHash,
                    ExpiresAt = wish.ExpiresAt,
                    CreatedById = actor.PersonId,
                    CreatedAt = now,
                };
                db.GuestLinks.Add(link);
                audit.Add(db, AuditKind.GuestLinkMade, actor.PersonId, boardId, $"{link.Id} {name}".Trim());
                return null;
            },
            cancellationToken
        );
        return new DirectoryResult<string>(result.IsDone ? secret : null, result.Refusal);
    }

    /// <summary>The board's links, newest first; empty for anybody but its admins.</summary>
    public async Task<IReadOnlyList<GuestLinkListing>> ListAsync(
        Actor actor,
        Guid boardId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await RefuseUnlessAdminAsync(db, actor, boardId, cancellationToken) is not null)
        {
            return [];
        }

        var all = await (
            from link in db.GuestLinks.AsNoTracking()
            where link.BoardId == boardId
            join maker in db.People on link.CreatedById equals maker.Id
            orderby link.CreatedAt descending, link.Id
            select new { link, maker.Name }
        ).ToListAsync(cancellationToken);
        var roles = new Dictionary<Guid, BoardRole>();
        foreach (var maker in all.Select(a => a.link.CreatedById).Distinct())
        {
            roles[maker] = await access.GetBoardRoleAsync(db, new Actor(maker), boardId, cancellationToken);
        }

        return
        [
            .. all.Select(a => new GuestLinkListing(
                a.link.Id,
                a.link.Name,
                a.link.PasswordHash is not null,
                a.link.ExpiresAt,
                a.Name,
                a.link.CreatedAt,
                roles[a.link.CreatedById] != BoardRole.Admin
            )),
        ];
    }

    /// <summary>Ends a link at once, also for those who look at the board by it; for admins of its board.</summary>
    public Task<DirectoryResult> WithdrawAsync(
        Actor actor,
        Guid linkId,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("WithdrawGuestLink", linkId) { IsWrittenByTheChange = true },
            async db =>
            {
                if (await db.GuestLinks.SingleOrDefaultAsync(l => l.Id == linkId, cancellationToken) is not { } link)
                {
                    return DirectoryRefusal.NotFound;
                }

                if (await RefuseUnlessAdminAsync(db, actor, link.BoardId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                db.GuestLinks.Remove(link);
                audit.Add(
                    db,
                    AuditKind.GuestLinkWithdrawn,
                    actor.PersonId,
                    link.BoardId,
                    $"{link.Id} {link.Name}".Trim()
                );
                return null;
            },
            cancellationToken
        );

    private async Task<DirectoryRefusal?> RefuseUnlessAdminAsync(
        LiveBoardDbContext db,
        Actor actor,
        Guid boardId,
        CancellationToken cancellationToken
    ) =>
        await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) switch
        {
            BoardRole.None => DirectoryRefusal.NotFound,
            BoardRole.Admin => null,
            _ => DirectoryRefusal.NotAllowed,
        };
}

/// <summary>What kind of link somebody wants.</summary>
/// <param name="Name">A note to those who look after the board; may be empty.</param>
/// <param name="PasswordHash">Hash of the password that is asked for as well; null for none.</param>
/// <param name="ExpiresAt">When it ends, UTC; null for never.</param>
public sealed record GuestLinkWish(string? Name = null, string? PasswordHash = null, DateTime? ExpiresAt = null);

/// <summary>A link as the board's admins see it.</summary>
/// <param name="Id">Identity; of no use without the secret.</param>
/// <param name="Name">The note.</param>
/// <param name="HasPassword">True when a password is asked for as well.</param>
/// <param name="ExpiresAt">When it ends, UTC; null for never.</param>
/// <param name="CreatedBy">Name of whoever made it.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="IsResting">True while it shows nothing because whoever made it may not share the board (any more).</param>
public sealed record GuestLinkListing(
    Guid Id,
    string Name,
    bool HasPassword,
    DateTime? ExpiresAt,
    string CreatedBy,
    DateTime CreatedAt,
    bool IsResting
);
