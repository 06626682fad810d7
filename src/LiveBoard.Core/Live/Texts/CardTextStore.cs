using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Live.Texts;

/// <summary>Reads and appends a card's updates. Thread-safe.</summary>
internal sealed class CardTextStore(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes
)
{
    /// <summary>The text as the database has it; null when the board has no such card.</summary>
    public async Task<CardText?> ReadAsync(Guid boardId, Guid cardId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var card = await db
            .Cards.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == cardId && c.BoardId == boardId, cancellationToken);
        return card is null ? null : await CardText.ReadAsync(db, card, cancellationToken);
    }

    /// <summary>Everything after an update, in order.</summary>
    public async Task<ImmutableArray<CardTextUpdate>> ReadSinceAsync(
        Guid cardId,
        long version,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return
        [
            .. await db
                .CardTextUpdates.AsNoTracking()
                .Where(u => u.CardId == cardId && u.Version > version)
                .OrderBy(u => u.Version)
                .ToListAsync(cancellationToken),
        ];
    }

    /// <summary>Asked with every hand-in: a right that went is gone at once.</summary>
    public async Task<bool> MayWriteAsync(Actor actor, Guid boardId, Guid cardId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) >= BoardRole.Editor
            && await db.Cards.AnyAsync(
                c =>
                    c.Id == cardId
                    && c.BoardId == boardId
                    && c.DeletedAt == null
                    && !db.Boards.Any(b => b.Id == boardId && b.IsArchived),
                cancellationToken
            );
    }

    /// <summary>Makes them durable, all or none.</summary>
    /// <returns>False when another node has stored one under the same number.</returns>
    public async Task<bool> AppendAsync(
        Guid boardId,
        ImmutableArray<CardTextUpdate> updates,
        CancellationToken cancellationToken
    )
    {
        using var turn = await writes.EnterAsync(boardId, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.CardTextUpdates.AddRange(updates);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException)
        {
            // Each database has its own name for a key that is taken; whether it is, all of them can be asked.
            if (await IsTakenAsync(updates[0]))
            {
                return false;
            }

            throw;
        }
    }

    /// <summary>Cards with updates that are in no description yet: left by a server that ended before people paused.</summary>
    public async Task<IReadOnlyList<(Guid BoardId, Guid CardId)>> ReadUnsettledAsync(
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cards = await db
            .Cards.Where(c => db.CardTextUpdates.Any(u => u.CardId == c.Id && u.Version > c.DescriptionVersion))
            .Select(c => new { c.BoardId, c.Id })
            .ToListAsync(cancellationToken);
        return [.. cards.Select(c => (c.BoardId, c.Id))];
    }

    private async Task<bool> IsTakenAsync(CardTextUpdate update)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.CardTextUpdates.AnyAsync(u => u.CardId == update.CardId && u.Version == update.Version);
    }
}
