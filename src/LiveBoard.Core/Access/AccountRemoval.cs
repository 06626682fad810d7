using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Forgets a person: the account with all that hangs on it, memberships, roles, stars, visits and what they were told. The person's row stays
/// without a name, because what was done to cards and by whom else would lose its shape.
/// </summary>
internal static class AccountRemoval
{
    /// <summary>What is left of a name. Stored, so in the language of the instance and not of who looks.</summary>
    private const string NoName = "Deleted person";

    public static async Task ForgetAsync(
        LiveBoardDbContext db,
        ApplicationUser user,
        CancellationToken cancellationToken
    )
    {
        var id = user.Id;
        db.WorkspaceMembers.RemoveRange(
            await db.WorkspaceMembers.Where(m => m.PersonId == id).ToListAsync(cancellationToken)
        );
        db.BoardMembers.RemoveRange(await db.BoardMembers.Where(m => m.PersonId == id).ToListAsync(cancellationToken));
        db.BoardBookmarks.RemoveRange(
            await db.BoardBookmarks.Where(b => b.PersonId == id).ToListAsync(cancellationToken)
        );
        db.CardDrafts.RemoveRange(await db.CardDrafts.Where(d => d.PersonId == id).ToListAsync(cancellationToken));
        db.CardWatches.RemoveRange(await db.CardWatches.Where(w => w.PersonId == id).ToListAsync(cancellationToken));
        db.Notifications.RemoveRange(
            await db.Notifications.Where(n => n.PersonId == id).ToListAsync(cancellationToken)
        );
        db.NotificationSettings.RemoveRange(
            await db.NotificationSettings.Where(s => s.PersonId == id).ToListAsync(cancellationToken)
        );
        db.Invitations.RemoveRange(
            await db.Invitations.Where(i => i.CreatedById == id && i.UsedAt == null).ToListAsync(cancellationToken)
        );
        var person = await db.People.SingleAsync(p => p.Id == id, cancellationToken);
        (person.Name, person.Color) = (NoName, Person.ColorCount);
        // Sign-ins, passkeys, recovery codes, reset links and connections to a provider go with the account's row.
        db.Users.Remove(user);
    }
}
