using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>The rows of cards that will be changed, read at once and tracked by nobody.</summary>
/// <param name="Cards">By id, with all that is on them.</param>
/// <param name="Texts">Their descriptions as they are now, of those that somebody is writing.</param>
/// <param name="LastKeys">By column, its last order key.</param>
internal sealed record RowBook(
    IReadOnlyDictionary<Guid, Card> Cards,
    IReadOnlyDictionary<Guid, CardText> Texts,
    IReadOnlyDictionary<Guid, string> LastKeys
)
{
    /// <summary>Reads them; one statement for each kind of thing, however many cards.</summary>
    public static async Task<RowBook> ReadAsync(
        LiveBoardDbContext db,
        Guid boardId,
        IReadOnlySet<Guid> cardIds,
        CancellationToken cancellationToken
    )
    {
        // Archived cards keep their keys.
        var last = await db
            .Cards.Where(c => c.BoardId == boardId)
            .GroupBy(c => c.ColumnId)
            .Select(g => new { g.Key, Last = g.Max(c => c.Position) })
            .ToDictionaryAsync(g => g.Key, g => g.Last!, cancellationToken);
        if (cardIds.Count == 0)
        {
            return new RowBook(new Dictionary<Guid, Card>(), new Dictionary<Guid, CardText>(), last);
        }

        var cards = await db
            .Cards.AsNoTracking()
            .Include(c => c.Labels)
            .Include(c => c.Assignees)
            .Include(c => c.FieldValues)
            .Include(c => c.IncomingLinks)
            .AsSplitQuery()
            .Where(c => c.BoardId == boardId)
            .ToListAsync(cancellationToken);
        var updates = await (
            from card in db.Cards
            where card.BoardId == boardId
            join update in db.CardTextUpdates on card.Id equals update.CardId
            where update.Version > card.DescriptionVersion
            orderby update.Version
            select update
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var wanted = cards.Where(c => cardIds.Contains(c.Id)).ToDictionary(c => c.Id);
        var texts = updates
            .Where(u => wanted.ContainsKey(u.CardId))
            .GroupBy(u => u.CardId)
            .ToDictionary(g => g.Key, g => g.Aggregate(TextOf(wanted[g.Key]), (text, update) => text.After(update)));
        return new RowBook(wanted, texts, last);
    }

    /// <summary>A card's description as it is now.</summary>
    public CardText NowOf(Card card) => Texts.GetValueOrDefault(card.Id) ?? TextOf(card);

    private static CardText TextOf(Card card) => new(card.Description, card.DescriptionVersion, LastAuthorId: null);
}
