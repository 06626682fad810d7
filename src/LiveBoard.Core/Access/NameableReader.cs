using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>Tells whoever reads a board whom a text on it can name. Thread-safe.</summary>
public sealed class NameableReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>The people by name; none when the actor may not open the board.</summary>
    public async Task<IReadOnlyList<PersonSnapshot>> ReadAsync(
        Guid boardId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) > BoardRole.None
            ? await AssignablePeople.ReadAsync(db, boardId, cancellationToken)
            : [];
    }
}
