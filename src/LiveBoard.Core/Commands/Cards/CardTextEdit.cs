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
        Replace(context, card, now, description);
        return TellAsync(context, card, now.Text, cancellationToken);
    }

    /// <summary>The same, but tells nobody.</summary>
    public static void Replace(BoardCommandContext context, Card card, CardText now, string description)
    {
        var update = now.ReplaceBy(description, card.Id, context.Actor.PersonId, context.Now);
        context.Db.CardTextUpdates.Add(update);
        TakeIn(context, card, now.Text, now.After(update));
    }

    /// <summary>Takes a text that is stored into the card, notes it, and tells whom it names anew.</summary>
    /// <param name="context">The command's.</param>
    /// <param name="card">The card.</param>
    /// <param name="before">What it was before.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task TakeInAsync(
        BoardCommandContext context,
        Card card,
        string before,
        CardText text,
        CancellationToken cancellationToken
    )
    {
        TakeIn(context, card, before, text);
        return TellAsync(context, card, before, cancellationToken);
    }

    private static void TakeIn(BoardCommandContext context, Card card, string before, CardText text)
    {
        (card.Description, card.DescriptionVersion) = (text.Text, text.Version);
        if (text.Text != before)
        {
            context.Log(ActivityKind.CardDescribed, card.Id, before: before, after: text.Text);
        }
    }

    private static Task TellAsync(
        BoardCommandContext context,
        Card card,
        string before,
        CancellationToken cancellationToken
    ) =>
        card.Description == before
            ? Task.CompletedTask
            : MentionNews.OfDescriptionsAsync(context, [(card, before)], cancellationToken);
}
