using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Tells an editor who may be given cards of a board. Thread-safe.</summary>
public sealed class AssignableReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>The people by name; none when the actor may not edit the board.</summary>
    public async Task<IReadOnlyList<PersonSnapshot>> ReadAsync(
        Guid boardId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) >= BoardRole.Editor
            ? await AssignablePeople.ReadAsync(db, boardId, cancellationToken)
            : [];
    }
}
