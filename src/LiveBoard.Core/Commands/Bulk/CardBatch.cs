using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>Reads many cards at once, in a number of statements that does not depend on how many.</summary>
internal static class CardBatch
{
    /// <summary>Cards of the command's board by id, with all that their events tell.</summary>
    // Apart from each other: one statement would repeat a card for every label times every person times every field.
    public static async Task<Dictionary<Guid, Card>> ReadAsync(
        BoardCommandContext context,
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        ids.Count == 0
            ? []
            : await context
                .CardsWithLinks()
                .AsSplitQuery()
                .Where(c => EF.Parameter(ids).Contains(c.Id) && c.BoardId == context.Board.Id)
                .ToDictionaryAsync(c => c.Id, cancellationToken);

    /// <summary>Descriptions as they are now, with what is being typed, by card.</summary>
    public static async Task<Dictionary<Guid, CardText>> ReadTextsAsync(
        BoardCommandContext context,
        IReadOnlyCollection<Card> cards,
        CancellationToken cancellationToken
    )
    {
        var ids = cards.Select(c => c.Id).ToList();
        var updates =
            cards.Count == 0
                ? []
                : await context
                    .Db.CardTextUpdates.AsNoTracking()
                    .Where(u => EF.Parameter(ids).Contains(u.CardId))
                    .Where(u => context.Db.Cards.Any(c => c.Id == u.CardId && u.Version > c.DescriptionVersion))
                    .OrderBy(u => u.Version)
                    .ToListAsync(cancellationToken);
        var typed = updates.ToLookup(u => u.CardId);
        return cards.ToDictionary(c => c.Id, c => CardText.Of(c, typed[c.Id]));
    }
}
