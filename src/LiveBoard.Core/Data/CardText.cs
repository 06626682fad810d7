using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Data;

/// <summary>
/// A card's description as it is now: what the card holds, and what was typed since and is not in it yet.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="Version">Number of the last update in it.</param>
/// <param name="LastAuthorId">Who wrote last of what is not in the card yet; null when nothing is.</param>
public sealed record CardText(string Text, long Version, Guid? LastAuthorId)
{
    /// <summary>Reads it. Two statements at most.</summary>
    public static async Task<CardText> ReadAsync(LiveBoardDbContext db, Card card, CancellationToken cancellationToken)
    {
        var updates = await db
            .CardTextUpdates.AsNoTracking()
            .Where(u => u.CardId == card.Id && u.Version > card.DescriptionVersion)
            .OrderBy(u => u.Version)
            .ToListAsync(cancellationToken);
        return Of(card, updates);
    }

    /// <summary>Of a card and what was typed since, in order.</summary>
    internal static CardText Of(Card card, IEnumerable<CardTextUpdate> updates) =>
        updates.Aggregate(
            new CardText(card.Description, card.DescriptionVersion, LastAuthorId: null),
            (text, update) => text.After(update)
        );

    /// <summary>One update on.</summary>
    public CardText After(CardTextUpdate update) =>
        new(TextChange.Parse(update.Changes)!.Apply(Text), update.Version, update.AuthorId);

    /// <summary>Puts another text in its place, as an update that open editors take as an edit.</summary>
    internal CardTextUpdate ReplaceBy(string text, Guid cardId, Guid authorId, DateTime at) =>
        new()
        {
            CardId = cardId,
            Version = Version + 1,
            Changes = TextChange.Between(Text, text).ToString(),
            ClientId = "",
            AuthorId = authorId,
            At = at,
        };
}
