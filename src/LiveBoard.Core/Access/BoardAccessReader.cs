using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>Tells who of a board's workspace has which role of their own on the board. Thread-safe.</summary>
public sealed class BoardAccessReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>The people by name; none when the actor may not open the board.</summary>
    public async Task<IReadOnlyList<BoardAccess>> ReadAsync(
        Guid boardId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) == BoardRole.None)
        {
            return [];
        }

        var people = await (
            from board in db.Boards
            where board.Id == boardId
            from member in db.WorkspaceMembers
            where member.WorkspaceId == board.WorkspaceId
            join person in db.People on member.PersonId equals person.Id
            select new
            {
                person,
                member.Role,
                Own = db
                    .BoardMembers.Where(m => m.BoardId == boardId && m.PersonId == person.Id)
                    .Select(m => (BoardRole?)m.Role)
                    .FirstOrDefault(),
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. people
                .Select(p => new BoardAccess(
                    Snapshots.Of(p.person),
                    p.Role == WorkspaceRole.Owner,
                    p.Own ?? BoardRole.None
                ))
                .OrderBy(p => p.Person.Name, StringComparer.CurrentCulture),
        ];
    }
}

/// <summary>One person's place on a board.</summary>
/// <param name="Person">Who.</param>
/// <param name="IsOwner">True for an owner of the workspace, who administers every board in it.</param>
/// <param name="Own">Their own role on the board; <see cref="BoardRole.None"/> when they have none.</param>
public sealed record BoardAccess(PersonSnapshot Person, bool IsOwner, BoardRole Own);
