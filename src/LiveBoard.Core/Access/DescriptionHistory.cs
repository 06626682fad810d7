using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>What a card's description was before, and who changed it. Thread-safe.</summary>
public sealed class DescriptionHistory(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>How many are read at once.</summary>
    public const int PageSize = 30;

    /// <summary>The changes, newest first; null when the actor may not open the board or the card is not one of it.</summary>
    public async Task<ImmutableArray<DescriptionChange>?> ReadAsync(
        Guid boardId,
        Guid cardId,
        Actor actor,
        int count = PageSize,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await access.MayReadCardAsync(db, actor, boardId, cardId, cancellationToken))
        {
            return null;
        }

        var entries = await (
            from entry in Changes(db, boardId, cardId)
            orderby entry.At descending, entry.Id descending
            from person in db.People.Where(p => p.Id == entry.ActorId).DefaultIfEmpty()
            select new
            {
                entry.Id,
                entry.At,
                person,
            }
        )
            .AsNoTracking()
            .Take(count)
            .ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(e => new DescriptionChange(e.Id, e.person is null ? null : Snapshots.Of(e.person), e.At)),
        ];
    }

    /// <summary>The text before and after one of the changes; null when there is none for the actor.</summary>
    public async Task<DescriptionTexts?> ReadTextsAsync(
        Guid boardId,
        Guid cardId,
        Guid changeId,
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await access.MayReadCardAsync(db, actor, boardId, cardId, cancellationToken)
            ? await Changes(db, boardId, cardId)
                .Where(e => e.Id == changeId)
                .Select(e => new DescriptionTexts(e.Before ?? "", e.After ?? ""))
                .SingleOrDefaultAsync(cancellationToken)
            : null;
    }

    private static IQueryable<ActivityEntry> Changes(LiveBoardDbContext db, Guid boardId, Guid cardId) =>
        db.Activity.Where(e =>
            e.CardId == cardId && e.BoardId == boardId && e.Kind == ActivityKind.CardDescribed && !e.IsImported
        );
}

/// <summary>That a description was changed.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Actor">By whom; null when unknown.</param>
/// <param name="At">When, UTC.</param>
public sealed record DescriptionChange(Guid Id, PersonSnapshot? Actor, DateTime At);

/// <summary>What a change made of a description.</summary>
/// <param name="Before">Markdown.</param>
/// <param name="After">Markdown.</param>
public sealed record DescriptionTexts(string Before, string After);
