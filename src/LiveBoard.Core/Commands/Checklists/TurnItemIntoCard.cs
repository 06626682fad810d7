using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;

namespace LiveBoard.Core.Commands.Checklists;

/// <summary>Makes a card of an item, right behind its own card, and takes the item away.</summary>
public sealed record TurnItemIntoCard : ChecklistItemCommand
{
    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        ItemPlace place,
        CancellationToken cancellationToken
    )
    {
        if (
            !place.Card.IsOnBoard
            || await context.FindColumnAsync(place.Card.ColumnId, cancellationToken) is not { } column
        )
        {
            return new Rejection(RejectionCode.CardNotFound);
        }

        if (context.Board.NextCardNumber > Card.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "cards");
        }

        if (await WipLimit.CheckAsync(context, column, joining: 1, cancellationToken) is { } full)
        {
            return full;
        }

        var placement = new CardPlacement(context, column.Id, movingCardId: null);
        var (low, high) = await placement.FindAsync(CardId, beforeCardId: null, cancellationToken);
        var card = new Card
        {
            Id = Guid.CreateVersion7(),
            BoardId = BoardId,
            ColumnId = column.Id,
            Number = context.Board.NextCardNumber++,
            Position = await placement.BetweenAsync(low, high, cancellationToken),
            // An item may be longer than a title; nothing of it is lost.
            Title = PlainText.Cut(place.Item.Text, Card.MaxTitleLength),
            Description = place.Item.Text.Length > Card.MaxTitleLength ? place.Item.Text : "",
            DueAt = place.Item.DueAt,
            CreatedById = context.Actor.PersonId,
            CreatedAt = context.Now,
        };
        if (place.Item.AssigneeId is { } person)
        {
            card.Assignees.Add(new CardAssignee { CardId = card.Id, PersonId = person });
        }

        context.Db.Cards.Add(card);
        place.Item.DeletedAt = context.Now;
        context.Log(ActivityKind.CardCreated, card.Id, column.Id, after: card.Title, position: card.Position);
        context.Log(ActivityKind.ItemTurnedIntoCard, CardId, before: place.Item.Text, after: $"#{card.Number}");
        context.Undo = new TurnCardBackIntoItem
        {
            BoardId = BoardId,
            CardId = CardId,
            ItemId = ItemId,
            MadeCardId = card.Id,
        };
        return null;
    }
}
