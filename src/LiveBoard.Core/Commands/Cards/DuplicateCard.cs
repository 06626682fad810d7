using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Puts a copy of a card right behind it: title, description, dates, labels, people and fields; not its history, comments or files.</summary>
public sealed record DuplicateCard : CardCommand
{
    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        if (!card.IsOnBoard || await context.FindColumnAsync(card.ColumnId, cancellationToken) is not { } column)
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

        var placement = new CardPlacement(context, card.ColumnId, movingCardId: null);
        var (low, high) = await placement.FindAsync(card.Id, beforeCardId: null, cancellationToken);
        var copy = new Card
        {
            Id = Guid.CreateVersion7(),
            BoardId = BoardId,
            ColumnId = card.ColumnId,
            Number = context.Board.NextCardNumber++,
            Position = await placement.BetweenAsync(low, high, cancellationToken),
            Title = card.Title,
            Description = card.Description,
            StartAt = card.StartAt,
            DueAt = card.DueAt,
            ReminderMinutes = card.ReminderMinutes,
            Cover = card.Cover,
            CreatedById = context.Actor.PersonId,
            CreatedAt = context.Now,
        };
        foreach (var label in card.Labels)
        {
            copy.Labels.Add(new CardLabel { CardId = copy.Id, LabelId = label.LabelId });
        }

        foreach (var assignee in card.Assignees)
        {
            copy.Assignees.Add(new CardAssignee { CardId = copy.Id, PersonId = assignee.PersonId });
        }

        foreach (var value in card.FieldValues)
        {
            copy.FieldValues.Add(
                new CustomFieldValue
                {
                    CardId = copy.Id,
                    FieldId = value.FieldId,
                    Value = value.Value,
                    PersonId = value.PersonId,
                }
            );
        }

        context.Db.Cards.Add(copy);
        context.Log(ActivityKind.CardDuplicated, copy.Id, copy.ColumnId, after: copy.Title, position: copy.Position);
        context.Undo = new ShelveCards
        {
            BoardId = BoardId,
            CardIds = [copy.Id],
            To = CardShelf.Trash,
        };
        return null;
    }
}
