using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>How a card gets another description.</summary>
internal static class CardTextEdit
{
    /// <summary>Puts another one in the place of the one that is there, in a way that open editors take as an edit.</summary>
    public static Task ReplaceAsync(
        BoardCommandContext context,
        Card card,
        CardText now,
        string description,
        CancellationToken cancellationToken
    )
    {
        var update = now.ReplaceBy(description, card.Id, context.Actor.PersonId, context.Now);
        context.Db.CardTextUpdates.Add(update);
        return TakeInAsync(context, card, now.Text, now.After(update), cancellationToken);
    }

    /// <summary>Takes a text that is stored into the card, notes it, and tells whom it names anew.</summary>
    /// <param name="context">The command's.</param>
    /// <param name="card">The card.</param>
    /// <param name="before">What it was before.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task TakeInAsync(
        BoardCommandContext context,
        Card card,
        string before,
        CardText text,
        CancellationToken cancellationToken
    )
    {
        (card.Description, card.DescriptionVersion) = (text.Text, text.Version);
        if (text.Text != before)
        {
            context.Log(ActivityKind.CardDescribed, card.Id, before: before, after: text.Text);
            await MentionNews.OfDescriptionAsync(context, card, before, cancellationToken);
        }
    }
}
