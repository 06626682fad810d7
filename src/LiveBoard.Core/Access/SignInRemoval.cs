using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>Ends sign-ins of an account and the ways to new ones, in the caller's unit of work.</summary>
internal static class SignInRemoval
{
    /// <summary>The new stamp tells open pages, and makes cookies useless whose rows another node still remembers.</summary>
    public static async Task EndAllAsync(
        LiveBoardDbContext db,
        ApplicationUser user,
        CancellationToken cancellationToken
    )
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        db.SignInSessions.RemoveRange(
            await db.SignInSessions.Where(s => s.UserId == user.Id).ToListAsync(cancellationToken)
        );
    }

    public static async Task RemovePasskeysAsync(
        LiveBoardDbContext db,
        Guid userId,
        CancellationToken cancellationToken
    )
    {
        var passkeys = db.Set<IdentityUserPasskey<Guid>>();
        passkeys.RemoveRange(await passkeys.Where(p => p.UserId == userId).ToListAsync(cancellationToken));
    }

    public static async Task DisconnectProvidersAsync(
        LiveBoardDbContext db,
        Guid userId,
        CancellationToken cancellationToken
    ) => db.UserLogins.RemoveRange(await db.UserLogins.Where(l => l.UserId == userId).ToListAsync(cancellationToken));
}
