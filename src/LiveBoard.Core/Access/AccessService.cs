using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// The one place that decides who may do what. Every command, read and subscription asks it, against the database as
/// it is now; nothing is remembered from sign-in. Thread-safe.
/// </summary>
/// <remarks>
/// A board's role is the highest of: own role on the board; the board's workspace role for members of its workspace,
/// unless it is private; administration for owners of its workspace, so that no board is ever orphaned.
/// A disabled account has no role anywhere.
/// </remarks>
public sealed class AccessService(IDbContextFactory<LiveBoardDbContext> contexts)
{
    /// <summary>The actor's role on a board; <see cref="BoardRole.None"/> also when there is no such board.</summary>
    public async Task<BoardRole> GetBoardRoleAsync(
        Actor actor,
        Guid boardId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await GetBoardRoleAsync(db, actor, boardId, cancellationToken);
    }

    /// <summary>The same inside the caller's unit of work. One statement.</summary>
    public async Task<BoardRole> GetBoardRoleAsync(
        LiveBoardDbContext db,
        Actor actor,
        Guid boardId,
        CancellationToken cancellationToken = default
    )
    {
        var facts = await Facts(db, actor).SingleOrDefaultAsync(f => f.BoardId == boardId, cancellationToken);
        return facts?.Role ?? BoardRole.None;
    }

    /// <summary>Ids of all boards the actor may open, with the role on each.</summary>
    public async Task<IReadOnlyDictionary<Guid, BoardRole>> GetBoardRolesAsync(
        LiveBoardDbContext db,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        var facts = await Facts(db, actor).ToListAsync(cancellationToken);
        return facts.Where(f => f.Role > BoardRole.None).ToDictionary(f => f.BoardId, f => f.Role);
    }

    /// <summary>The actor's role in a workspace, or null when they are not in it.</summary>
    public async Task<WorkspaceRole?> GetWorkspaceRoleAsync(
        LiveBoardDbContext db,
        Actor actor,
        Guid workspaceId,
        CancellationToken cancellationToken = default
    ) =>
        await db
            .WorkspaceMembers.Where(m => m.WorkspaceId == workspaceId && m.PersonId == actor.PersonId)
            .Where(m => db.Users.Any(u => u.Id == m.PersonId && !u.IsDisabled))
            .Select(m => (WorkspaceRole?)m.Role)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>True when the actor is an administrator of the instance with a working account.</summary>
    public Task<bool> IsAdministratorAsync(
        LiveBoardDbContext db,
        Actor actor,
        CancellationToken cancellationToken = default
    ) => db.Users.AnyAsync(u => u.Id == actor.PersonId && u.IsAdministrator && !u.IsDisabled, cancellationToken);

    private static IQueryable<AccessFacts> Facts(LiveBoardDbContext db, Actor actor) =>
        from user in db.Users
        where user.Id == actor.PersonId && !user.IsDisabled
        from board in db.Boards
        select new AccessFacts
        {
            BoardId = board.Id,
            Visibility = board.Visibility,
            WorkspaceRole = board.WorkspaceRole,
            Own = db
                .BoardMembers.Where(m => m.BoardId == board.Id && m.PersonId == user.Id)
                .Select(m => (BoardRole?)m.Role)
                .FirstOrDefault(),
            InWorkspace = db
                .WorkspaceMembers.Where(m => m.WorkspaceId == board.WorkspaceId && m.PersonId == user.Id)
                .Select(m => (WorkspaceRole?)m.Role)
                .FirstOrDefault(),
        };

    private sealed class AccessFacts
    {
        public Guid BoardId { get; init; }

        public BoardVisibility Visibility { get; init; }

        public BoardRole WorkspaceRole { get; init; }

        public BoardRole? Own { get; init; }

        public WorkspaceRole? InWorkspace { get; init; }

        public BoardRole Role =>
            InWorkspace == Boards.WorkspaceRole.Owner
                ? BoardRole.Admin
                : (BoardRole)Math.Max((int)(Own ?? BoardRole.None), (int)ThroughWorkspace);

        private BoardRole ThroughWorkspace =>
            InWorkspace is not null && Visibility == BoardVisibility.Workspace ? WorkspaceRole : BoardRole.None;
    }
}
