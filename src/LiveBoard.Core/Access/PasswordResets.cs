using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Links that set a new password: 128 random bits, kept as a hash, used once, good for an hour; of one account the newest
/// only. Having one is the right. Thread-safe; lives as long as the application.
/// </summary>
public sealed class PasswordResets(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AuditLog audit,
    RefusalLog refusals,
    WriteQueue writes,
    TimeProvider time
)
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Makes a link for whoever has the address, to be mailed there and nowhere else.</summary>
    /// <returns>The secret, and the address as the account has it; null when no account that may sign in has it.</returns>
    /// <remarks>
    /// Two addresses may be the same when only letters are compared and still be two mailboxes; the one that was typed is
    /// anybody's.
    /// </remarks>
    public async Task<MailedReset?> CreateMailedAsync(
        string normalizedEmail,
        CancellationToken cancellationToken = default
    )
    {
        var (secret, address) = (LinkSecret.Create(), "");
        var result = await _writer.WriteAsync(
            default,
            new AuditNote("CreateReset") { IsKept = false },
            async db =>
            {
                var user = await db.Users.SingleOrDefaultAsync(
                    u => u.NormalizedEmail == normalizedEmail && !u.IsDisabled,
                    cancellationToken
                );
                if (user is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                address = user.Email!;
                await AddAsync(db, user.Id, secret, createdById: null, time.GetUtcNow().UtcDateTime, cancellationToken);
                audit.Add(db, AuditKind.ResetLinkMade, actorId: null, user.Id);
                return null;
            },
            cancellationToken
        );
        return result.IsDone ? new MailedReset(secret, address) : null;
    }

    /// <summary>
    /// Makes a link on behalf of whoever runs the machine, who may hand it to anybody: the way back in for the last
    /// administrator. Like an administrator's it proves no address.
    /// </summary>
    /// <returns>The secret for the link; null when no account that may sign in has the address, or no administrator is left.</returns>
    public async Task<string?> CreateByOperatorAsync(
        string normalizedEmail,
        CancellationToken cancellationToken = default
    )
    {
        var secret = LinkSecret.Create();
        var result = await _writer.WriteAsync(
            default,
            new AuditNote("CreateReset") { IsKept = false },
            async db =>
            {
                var user = await db.Users.SingleOrDefaultAsync(
                    u => u.NormalizedEmail == normalizedEmail && !u.IsDisabled,
                    cancellationToken
                );
                // A link is worth the right of whoever made it: an administrator stands for it.
                var maker = await db
                    .Users.Where(u => u.IsAdministrator && !u.IsDisabled)
                    .OrderBy(u => u.Id)
                    .Select(u => (Guid?)u.Id)
                    .FirstOrDefaultAsync(cancellationToken);
                if (user is null || maker is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                await AddAsync(db, user.Id, secret, maker, time.GetUtcNow().UtcDateTime, cancellationToken);
                audit.Add(db, AuditKind.ResetLinkMade, actorId: null, user.Id, "On the command line");
                return null;
            },
            cancellationToken
        );
        return result.IsDone ? secret : null;
    }

    /// <summary>The account whose password a link sets, for whoever has its secret; null when it cannot be used.</summary>
    public async Task<Guid?> FindAsync(string? secret, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await Open(db, secret).AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.UserId;
    }

    /// <summary>Sets the password, ends every sign-in of the account, and uses the link up. Signs nobody in.</summary>
    /// <param name="secret">The link's.</param>
    /// <param name="passwordHash">Hash of the new password.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>False when the link cannot be used (any more); nothing was changed.</returns>
    public async Task<bool> UseAsync(string? secret, string passwordHash, CancellationToken cancellationToken = default)
    {
        var result = await _writer.WriteAsync(
            default,
            new AuditNote("UseReset") { IsKept = false },
            async db =>
            {
                var reset = await Open(db, secret).SingleOrDefaultAsync(cancellationToken);
                if (reset is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                var user = await db.Users.SingleAsync(u => u.Id == reset.UserId, cancellationToken);
                user.PasswordHash = passwordHash;
                if (reset.IsMailed && !user.EmailConfirmed)
                {
                    await HandOverAsync(db, user, cancellationToken);
                }

                await SignInRemoval.EndAllAsync(db, user, cancellationToken);
                db.PasswordResets.Remove(reset);
                audit.Add(db, AuditKind.PasswordReset, actorId: null, user.Id);
                return null;
            },
            cancellationToken
        );
        return result.IsDone;
    }

    /// <summary>
    /// Whoever got the mail reads the address, and is the first of whom that is known. Somebody else may have made the
    /// account under it before, to come back by a way of their own (Sudhodanan and Paverd, "Pre-hijacked accounts",
    /// 2022): every way that was laid without proof of the address goes. A second step stays, as it lets nobody in by
    /// itself; so do passkeys that are the only second step of an account that must have one, since taking them by mail
    /// would be a way around it.
    /// </summary>
    private static async Task HandOverAsync(
        LiveBoardDbContext db,
        ApplicationUser user,
        CancellationToken cancellationToken
    )
    {
        user.EmailConfirmed = true;
        await SignInRemoval.DisconnectProvidersAsync(db, user.Id, cancellationToken);
        if (user.TwoFactorEnabled || !await SecondStepDemands.IsOfAsync(db, user.Id, cancellationToken))
        {
            await SignInRemoval.RemovePasskeysAsync(db, user.Id, cancellationToken);
        }
    }

    /// <summary>A link that an administrator made is worth as much as the right of whoever made it is now.</summary>
    private IQueryable<PasswordReset> Open(LiveBoardDbContext db, string? secret)
    {
        var (tokenHash, now) = (LinkSecret.Hash(secret), time.GetUtcNow().UtcDateTime);
        return db.PasswordResets.Where(r =>
            r.TokenHash == tokenHash
            && r.ExpiresAt > now
            && db.Users.Any(u => u.Id == r.UserId && !u.IsDisabled)
            && (r.IsMailed || db.Users.Any(u => u.Id == r.CreatedById && u.IsAdministrator && !u.IsDisabled))
        );
    }

    internal static async Task AddAsync(
        LiveBoardDbContext db,
        Guid userId,
        string secret,
        Guid? createdById,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        await RemoveAsync(db, userId, cancellationToken);
        db.PasswordResets.Add(
            new PasswordReset
            {
                Id = Guid.CreateVersion7(),
                TokenHash = LinkSecret.Hash(secret),
                UserId = userId,
                CreatedAt = now,
                ExpiresAt = now + Lifetime,
                IsMailed = createdById is null,
                CreatedById = createdById,
            }
        );
    }

    /// <summary>Ends every link of an account in the caller's unit of work: it has a new password, or gets a new link.</summary>
    public static async Task RemoveAsync(LiveBoardDbContext db, Guid userId, CancellationToken cancellationToken) =>
        db.PasswordResets.RemoveRange(
            await db.PasswordResets.Where(r => r.UserId == userId).ToListAsync(cancellationToken)
        );
}

/// <summary>A link to be mailed.</summary>
/// <param name="Secret">The link's. It is not kept.</param>
/// <param name="Address">The account's own address, as it is stored.</param>
public sealed record MailedReset(string Secret, string Address);
