using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Exchange;

/// <summary>Finds boards that were made from the same source, so that a second import can be warned about. Thread-safe.</summary>
public sealed class EarlierImports(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>Boards of the workspace that came from the source and that the actor may open, newest first.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="workspaceId">The workspace to import into.</param>
    /// <param name="source"><see cref="Commands.Plans.BoardPlan.Source"/> of the import; null is like nothing.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<EarlierImport>> FindAsync(
        Actor actor,
        Guid workspaceId,
        string? source,
        CancellationToken cancellationToken = default
    )
    {
        if (source is null)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from entry in db.Activity
            where entry.Kind == ActivityKind.BoardImported && !entry.IsImported && entry.Before == source
            join board in db.Boards on entry.BoardId equals board.Id
            where board.WorkspaceId == workspaceId
            orderby entry.At descending
            select new EarlierImport(board.Id, board.Name, entry.At)
        ).ToListAsync(cancellationToken);
        var roles = found.Count == 0 ? null : await access.GetBoardRolesAsync(db, actor, cancellationToken);
        return found.FindAll(import => roles!.ContainsKey(import.BoardId));
    }
}

/// <summary>A board that was imported before.</summary>
/// <param name="BoardId">The board.</param>
/// <param name="Name">Its name now.</param>
/// <param name="At">When it was imported, UTC.</param>
public sealed record EarlierImport(Guid BoardId, string Name, DateTime At);
