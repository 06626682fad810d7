using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>
/// Finds the order key for a place in a column. Places are named by neighbours, which stay meaningful when others move
/// cards at the same time. Archived and deleted cards keep their keys, so every key in the column counts.
/// </summary>
internal sealed class CardPlacement(BoardCommandContext context, Guid columnId, Guid? movingCardId)
{
    /// <summary>The open interval of keys at a place: after one neighbour, else before the other, else at the end.</summary>
    public async Task<(string? Low, string? High)> FindAsync(
        Guid? afterCardId,
        Guid? beforeCardId,
        CancellationToken cancellationToken
    )
    {
        if (await KeyOfAsync(afterCardId, cancellationToken) is { } low)
        {
            return (low, await NextAsync(low, cancellationToken));
        }

        if (await KeyOfAsync(beforeCardId, cancellationToken) is { } high)
        {
            return (await PreviousAsync(high, cancellationToken), high);
        }

        return (await context.Queries.LastKey(context.Db, columnId, movingCardId, cancellationToken), null);
    }

    /// <summary>The interval around a key that was used before: itself when it is free, else just after its holder.</summary>
    public async Task<string> ReuseAsync(string key, CancellationToken cancellationToken) =>
        await IsTakenAsync(key, cancellationToken)
            ? await BetweenAsync(key, await NextAsync(key, cancellationToken), cancellationToken)
            : key;

    /// <summary>A key inside the interval; respreads the column in the same commit when keys have grown too long.</summary>
    public async Task<string> BetweenAsync(string? low, string? high, CancellationToken cancellationToken)
    {
        var key = CardPosition.Between(low, high);
        if (key.Length <= CardPosition.MaxLength)
        {
            return key;
        }

        var cards = await context.CardsWithLinks().Where(c => c.ColumnId == columnId).ToListAsync(cancellationToken);
        cards.Sort((a, b) => string.CompareOrdinal(a.Position, b.Position));
        // Fresh keys beyond the last one: none of them is taken, so no two rows collide on the way.
        var last = cards[^1].Position;
        string? own = null;
        foreach (var card in cards.Where(c => c.Id != movingCardId))
        {
            if (card.Position == high)
            {
                own = last = CardPosition.Between(last, null);
            }

            var before = card.Position;
            card.Position = last = CardPosition.Between(last, null);
            LogReordered(context, card, before);
        }

        return own ?? CardPosition.Between(last, null);
    }

    /// <summary>Notes another place in the same column: for whoever asks how the board was, and no news to anybody.</summary>
    public static void LogReordered(BoardCommandContext context, Card card, string fromPosition) =>
        context.Log(
            ActivityKind.CardReordered,
            card.Id,
            card.ColumnId,
            position: card.Position,
            fromPosition: fromPosition
        );

    private Task<bool> IsTakenAsync(string key, CancellationToken cancellationToken) =>
        context.Db.Cards.AnyAsync(
            c => c.ColumnId == columnId && c.Id != movingCardId && c.Position == key,
            cancellationToken
        );

    private Task<string?> KeyOfAsync(Guid? cardId, CancellationToken cancellationToken) =>
        cardId is { } id && id != movingCardId
            ? context.Queries.KeyOf(context.Db, columnId, id, cancellationToken)
            : Task.FromResult<string?>(null);

    private Task<string?> NextAsync(string key, CancellationToken cancellationToken) =>
        context.Queries.KeyAfter(context.Db, columnId, movingCardId, key, cancellationToken);

    private Task<string?> PreviousAsync(string key, CancellationToken cancellationToken) =>
        context.Queries.KeyBefore(context.Db, columnId, movingCardId, key, cancellationToken);
}
