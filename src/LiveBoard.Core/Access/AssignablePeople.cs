using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Who may be given cards of a board: its members, the workspace's people (its owners only, while the board is
/// private), and whoever has cards on it already (placeholders of an import).
/// </summary>
public static class AssignablePeople
{
    /// <summary>Them by name. Two statements.</summary>
    public static async Task<IReadOnlyList<PersonSnapshot>> ReadAsync(
        LiveBoardDbContext db,
        Guid boardId,
        CancellationToken cancellationToken
    )
    {
        var board = await db.Boards.AsNoTracking().SingleAsync(b => b.Id == boardId, cancellationToken);
        return await ReadAsync(db, board, cancellationToken);
    }

    /// <summary>Them by name. One statement.</summary>
    public static async Task<IReadOnlyList<PersonSnapshot>> ReadAsync(
        LiveBoardDbContext db,
        Board board,
        CancellationToken cancellationToken
    )
    {
        var people = await Of(db, board).AsNoTracking().ToListAsync(cancellationToken);
        return [.. people.Select(Snapshots.Of).OrderBy(p => p.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>The query; runs in the caller's unit of work.</summary>
    public static IQueryable<Person> Of(LiveBoardDbContext db, Board board)
    {
        var boardId = board.Id;
        var workspaceId = board.WorkspaceId;
        var isOpen = board.Visibility == BoardVisibility.Workspace;
        return db.People.Where(p =>
            db.BoardMembers.Any(m => m.BoardId == boardId && m.PersonId == p.Id)
            || db.WorkspaceMembers.Any(m =>
                m.WorkspaceId == workspaceId && m.PersonId == p.Id && (isOpen || m.Role == WorkspaceRole.Owner)
            )
            || db.CardAssignees.Any(a =>
                a.PersonId == p.Id && db.Cards.Any(c => c.Id == a.CardId && c.BoardId == boardId)
            )
        );
    }
}
