using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>Ends every sign-in of an account, in the caller's unit of work.</summary>
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
}
