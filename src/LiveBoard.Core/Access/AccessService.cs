using System.Linq.Expressions;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

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
    private static readonly Expression<Func<LiveBoardDbContext, Guid, IQueryable<AccessFacts>>> Facts = (
        db,
        personId
    ) =>
        from user in db.Users
        where user.Id == personId && !user.IsDisabled
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

    // Translated to SQL once, as every command and every delivery may ask; a compiled query belongs to one model, so to
    // one service.
    private readonly Func<LiveBoardDbContext, Guid, IAsyncEnumerable<AccessFacts>> _everywhere = EF.CompileAsyncQuery(
        Facts
    );

    private readonly Func<LiveBoardDbContext, Guid, Guid, CancellationToken, Task<AccessFacts?>> _onBoard =
        EF.CompileAsyncQuery(OnBoard());

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
        var facts = await _onBoard(db, actor.PersonId, boardId, cancellationToken);
        return facts?.Role ?? BoardRole.None;
    }

    /// <summary>True when the actor may open the board and the card is one of it; put-away ones included.</summary>
    public async Task<bool> MayReadCardAsync(
        LiveBoardDbContext db,
        Actor actor,
        Guid boardId,
        Guid cardId,
        CancellationToken cancellationToken = default
    ) =>
        await GetBoardRoleAsync(db, actor, boardId, cancellationToken) > BoardRole.None
        && await db.Cards.AnyAsync(c => c.Id == cardId && c.BoardId == boardId, cancellationToken);

    /// <summary>Ids of all boards the actor may open, with the role on each.</summary>
    public async Task<IReadOnlyDictionary<Guid, BoardRole>> GetBoardRolesAsync(
        LiveBoardDbContext db,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        var roles = new Dictionary<Guid, BoardRole>();
        await foreach (var facts in _everywhere(db, actor.PersonId).WithCancellation(cancellationToken))
        {
            if (facts.Role > BoardRole.None)
            {
                roles.Add(facts.BoardId, facts.Role);
            }
        }

        return roles;
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

    /// <summary>The same facts, of one board.</summary>
    private static Expression<Func<LiveBoardDbContext, Guid, Guid, CancellationToken, AccessFacts?>> OnBoard()
    {
        Expression<Func<IQueryable<AccessFacts>, Guid, CancellationToken, AccessFacts?>> one = (all, boardId, _) =>
            all.SingleOrDefault(f => f.BoardId == boardId);
        return Expression.Lambda<Func<LiveBoardDbContext, Guid, Guid, CancellationToken, AccessFacts?>>(
            ReplacingExpressionVisitor.Replace(one.Parameters[0], Facts.Body, one.Body),
            [.. Facts.Parameters, .. one.Parameters.Skip(1)]
        );
    }

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
