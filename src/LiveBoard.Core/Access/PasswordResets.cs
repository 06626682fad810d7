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
    /// <returns>The secret; null when no account that may sign in has the address.</returns>
    public async Task<string?> CreateMailedAsync(string normalizedEmail, CancellationToken cancellationToken = default)
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
                if (user is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                await AddAsync(db, user.Id, secret, isMailed: true, time.GetUtcNow().UtcDateTime, cancellationToken);
                audit.Add(db, AuditKind.ResetLinkMade, actorId: null, user.Id);
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
    /// <param name="hash">Makes the password's hash for this account.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>False when the link cannot be used (any more); nothing was changed.</returns>
    public async Task<bool> UseAsync(
        string? secret,
        Func<ApplicationUser, string> hash,
        CancellationToken cancellationToken = default
    )
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
                user.PasswordHash = hash(user);
                // Whoever got the mail reads the address.
                user.EmailConfirmed |= reset.IsMailed;
                await SignInRemoval.EndAllAsync(db, user, cancellationToken);
                db.PasswordResets.Remove(reset);
                audit.Add(db, AuditKind.PasswordReset, actorId: null, user.Id);
                return null;
            },
            cancellationToken
        );
        return result.IsDone;
    }

    private IQueryable<PasswordReset> Open(LiveBoardDbContext db, string? secret)
    {
        var (tokenHash, now) = (LinkSecret.Hash(secret), time.GetUtcNow().UtcDateTime);
        return db.PasswordResets.Where(r =>
            r.TokenHash == tokenHash && r.ExpiresAt > now && db.Users.Any(u => u.Id == r.UserId && !u.IsDisabled)
        );
    }

    internal static async Task AddAsync(
        LiveBoardDbContext db,
        Guid userId,
        string secret,
        bool isMailed,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        db.PasswordResets.RemoveRange(
            await db.PasswordResets.Where(r => r.UserId == userId).ToListAsync(cancellationToken)
        );
        db.PasswordResets.Add(
            new PasswordReset
            {
                Id = Guid.CreateVersion7(),
                TokenHash = LinkSecret.Hash(secret),
                UserId = userId,
                CreatedAt = now,
                ExpiresAt = now + Lifetime,
                IsMailed = isMailed,
            }
        );
    }
}
