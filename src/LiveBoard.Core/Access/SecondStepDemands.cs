using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>Says of whom a second step is demanded.</summary>
public static class SecondStepDemands
{
    /// <summary>Accounts that the demand is made of. Part of a query; nothing is read yet.</summary>
    public static IQueryable<ApplicationUser> Concerned(LiveBoardDbContext db, SecondStepDemand demand) =>
        db.Users.Where(u =>
            demand == SecondStepDemand.Everybody
            || (demand != SecondStepDemand.Nobody && u.IsAdministrator)
            || (
                demand == SecondStepDemand.Owners
                && db.WorkspaceMembers.Any(m => m.PersonId == u.Id && m.Role == WorkspaceRole.Owner)
            )
        );

    /// <summary>True when the administrator demands a second step of this account now.</summary>
    public static async Task<bool> IsOfAsync(LiveBoardDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        var demand = await db.InstanceSettings.Select(s => s.SecondStepDemand).SingleOrDefaultAsync(cancellationToken);
        return await Concerned(db, demand).AnyAsync(u => u.Id == userId, cancellationToken);
    }
}
