using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Puts another description in the place of the one that is there, in a way that open editors take as an edit.</summary>
internal static class CardTextEdit
{
    public static async Task ReplaceAsync(
        BoardCommandContext context,
        Card card,
        CardText now,
        string description,
        CancellationToken cancellationToken
    )
    {
        context.Log(ActivityKind.CardDescribed, card.Id, before: now.Text, after: description);
        var update = now.ReplaceBy(description, card.Id, context.Actor.PersonId, context.Now);
        context.Db.CardTextUpdates.Add(update);
        (card.Description, card.DescriptionVersion) = (description, update.Version);
        await MentionNews.OfDescriptionAsync(context, card, now.Text, cancellationToken);
    }
}
