using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Access.Metrics;

/// <summary>
/// A token is worth as much as the right of whoever made it is now: an owner who is put out must not keep a way in for
/// their programs.
/// </summary>
internal static class ApiTokenBacking
{
    /// <summary>Tokens whose makers own the workspace and have a working account.</summary>
    public static IQueryable<ApiToken> Backed(LiveBoardDbContext db) =>
        db.ApiTokens.Where(t =>
            db.WorkspaceMembers.Any(m =>
                m.WorkspaceId == t.WorkspaceId && m.PersonId == t.CreatedById && m.Role == WorkspaceRole.Owner
            ) && db.Users.Any(u => u.Id == t.CreatedById && !u.IsDisabled)
        );
}
