using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>Tells an editor whom cells of a board can name, with the e-mail addresses that name them, too. Thread-safe.</summary>
public sealed class CellPeopleReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>The people by name; none when the actor may not edit the board. What comes of it must stay on the server.</summary>
    public async Task<IReadOnlyList<CellName>> ReadAsync(
        Guid boardId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) < BoardRole.Editor)
        {
            return [];
        }

        var board = await db.Boards.AsNoTracking().SingleAsync(b => b.Id == boardId, cancellationToken);
        return await ReadAsync(db, board, cancellationToken);
    }

    /// <summary>The same in the caller's unit of work. One statement.</summary>
    internal static async Task<IReadOnlyList<CellName>> ReadAsync(
        LiveBoardDbContext db,
        Board board,
        CancellationToken cancellationToken
    ) =>
        await AssignablePeople
            .Of(db, board)
            .OrderBy(p => p.Name)
            .ThenBy(p => p.Id)
            .Select(p => new CellName(
                p.Id,
                p.Name,
                db.Users.Where(u => u.Id == p.Id).Select(u => u.Email).FirstOrDefault()
            ))
            .ToListAsync(cancellationToken);
}
