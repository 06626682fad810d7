using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Identity.Keys;

/// <summary>
/// Signs everybody out, for when a copy of the database may be in other hands: no cookie, form or link that the keys
/// protected is good any more. Second steps and passwords stay.
/// </summary>
internal sealed class KeyRevocation(
    IKeyManager keys,
    IDbContextFactory<LiveBoardDbContext> contexts,
    AuditLog audit,
    TimeProvider time
)
{
    /// <returns>How many sign-ins ended. Nodes that are running hear of it within a minute, and take new keys when they start anew.</returns>
    public async Task<int> RevokeAsync()
    {
        keys.RevokeAllKeys(time.GetUtcNow(), "By an administrator.");
        await using var db = await contexts.CreateDbContextAsync();
        var sessions = await db.SignInSessions.ToListAsync();
        db.SignInSessions.RemoveRange(sessions);
        audit.Add(db, AuditKind.KeysRevoked, actorId: null);
        await db.SaveChangesAsync();
        return sessions.Count;
    }
}
