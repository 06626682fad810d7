using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Attachments;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>
/// Takes a card to the end of a column of another board. It gets a number there, keeps its labels by name and colour
/// (missing ones are made), its people as far as they may be given cards there, and its values of custom fields that the
/// other board has, too, by name and type. Values of other fields stay with it unseen, for the day it comes back. Needs
/// the right on both boards.
/// </summary>
public sealed record MoveCardToBoard : CardCommand
{
    /// <summary>The other board.</summary>
    public required Guid ToBoardId { get; init; }

    /// <summary>The column there.</summary>
    public required Guid ToColumnId { get; init; }

    /// <inheritdoc />
    public override Guid? OtherBoardId => ToBoardId;

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        if (!card.IsOnBoard)
        {
            return new Rejection(RejectionCode.CardNotFound);
        }

        if (ToBoardId == BoardId)
        {
            return new Rejection(RejectionCode.ValueInvalid, "board");
        }

        var target = context.OtherBoard!;
        if (target.IsArchived)
        {
            return new Rejection(RejectionCode.BoardArchived);
        }

        var there = context.On(target);
        if (await there.FindColumnAsync(ToColumnId, cancellationToken) is not { } column)
        {
            return new Rejection(RejectionCode.ColumnNotFound);
        }

        if (target.NextCardNumber > Card.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "cards");
        }

        if (await WipLimit.CheckAsync(there, column, joining: 1, cancellationToken) is { } full)
        {
            return full;
        }

        var size = await context
            .Db.Attachments.Where(a => a.CardId == card.Id)
            .SumAsync(a => a.Size, cancellationToken);
        if (size > 0 && await FileRoom.CheckOnBoardAsync(there, size, cancellationToken) is { } noRoom)
        {
            return noRoom;
        }

        await CarryLabelsAsync(there, card, cancellationToken);
        await CarryPeopleAsync(there, card, cancellationToken);
        await CarryFieldsAsync(there, card, cancellationToken);
        var placement = new CardPlacement(there, ToColumnId, card.Id);
        var (low, high) = await placement.FindAsync(afterCardId: null, beforeCardId: null, cancellationToken);
        var (fromColumnId, fromPosition) = (card.ColumnId, card.Position);
        card.BoardId = ToBoardId;
        card.ColumnId = ToColumnId;
        card.Number = target.NextCardNumber++;
        card.Position = await placement.BetweenAsync(low, high, cancellationToken);
        context.Log(
            ActivityKind.CardLeftBoard,
            card.Id,
            fromColumnId: fromColumnId,
            before: card.Title,
            fromPosition: fromPosition
        );
        there.Log(ActivityKind.CardJoinedBoard, card.Id, ToColumnId, after: card.Title, position: card.Position);
        context.Undo = new MoveCardToBoard
        {
            BoardId = ToBoardId,
            CardId = card.Id,
            ToBoardId = BoardId,
            ToColumnId = fromColumnId,
        };
        return null;
    }

    private static async Task CarryLabelsAsync(
        BoardCommandContext there,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var carriedIds = card.Labels.Select(l => l.LabelId).ToList();
        var carried = await there.Db.Labels.Where(l => carriedIds.Contains(l.Id)).ToListAsync(cancellationToken);
        var known = await there.Db.Labels.Where(l => l.BoardId == there.Board.Id).ToListAsync(cancellationToken);
        there.Db.CardLabels.RemoveRange(card.Labels);
        card.Labels.Clear();
        foreach (var label in carried)
        {
            var same = known.Find(l => l.Name == label.Name && l.Color == label.Color);
            if (same is null)
            {
                same = new Label
                {
                    Id = Guid.CreateVersion7(),
                    BoardId = there.Board.Id,
                    Name = label.Name,
                    Color = label.Color,
                };
                known.Add(same);
                there.Db.Labels.Add(same);
            }

            card.Labels.Add(new CardLabel { CardId = card.Id, LabelId = same.Id });
        }
    }

    private static async Task CarryFieldsAsync(
        BoardCommandContext there,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var valued = card.FieldValues.Select(v => v.FieldId).ToList();
        if (valued.Count == 0)
        {
            return;
        }

        var fields = await there
            .Db.CustomFields.Where(f => valued.Contains(f.Id) || f.BoardId == there.Board.Id)
            .ToListAsync(cancellationToken);
        foreach (var value in card.FieldValues.ToList())
        {
            var field = fields.Find(f => f.Id == value.FieldId)!;
            var same = fields.Find(f =>
                f.BoardId == there.Board.Id && f.Name == field.Name && f.Type == field.Type && f.DeletedAt is null
            );
            if (same is not null && card.FieldValues.All(v => v.FieldId != same.Id))
            {
                card.FieldValues.Remove(value);
                there.Db.CustomFieldValues.Remove(value);
                card.FieldValues.Add(
                    new CustomFieldValue
                    {
                        CardId = card.Id,
                        FieldId = same.Id,
                        Value = value.Value,
                        PersonId = value.PersonId,
                    }
                );
            }
        }
    }

    private static async Task CarryPeopleAsync(
        BoardCommandContext there,
        Card card,
        CancellationToken cancellationToken
    )
    {
        var assigned = card.Assignees.Select(a => a.PersonId).ToList();
        var welcome = await AssignablePeople
            .Of(there.Db, there.Board)
            .Where(p => assigned.Contains(p.Id))
            .Select(p => p.Id)
            .ToListAsync(cancellationToken);
        foreach (var assignee in card.Assignees.Where(a => !welcome.Contains(a.PersonId)).ToList())
        {
            card.Assignees.Remove(assignee);
            there.Db.CardAssignees.Remove(assignee);
        }
    }
}
