using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Makes of what rows mean the rows of the database.</summary>
internal sealed class RowPlanner(
    BoardCommandContext context,
    BoardSnapshot board,
    RowBook book,
    RowNames names,
    BulkRows bulk
)
{
    private readonly Dictionary<Guid, string> _last = new(book.LastKeys);
    private readonly List<CardBefore> _before = [];
    private int _number = context.Board.NextCardNumber;

    public RowPlan Plan(RowReview review, Guid columnId)
    {
        foreach (var deed in review.Deeds)
        {
            if (deed.Existing is { } existing)
            {
                Change(book.Cards[existing.Id], deed);
            }
            else
            {
                Make(deed, columnId);
            }
        }

        return new RowPlan(review)
        {
            Bulk = bulk,
            Before = _before,
            NextCardNumber = _number,
        };
    }

    private void Make(RowDeed deed, Guid fallbackId)
    {
        var columnId = deed[CellKind.Column]?.Ids[0] ?? fallbackId;
        var card = new Card
        {
            Id = Guid.CreateVersion7(),
            BoardId = board.Id,
            ColumnId = columnId,
            Number = _number++,
            Position = NextKey(columnId),
            Title = deed[CellKind.Title]!.Text,
            Description = deed[CellKind.Description]?.Text ?? "",
            StartAt = deed[CellKind.Start]?.At,
            DueAt = deed[CellKind.Due]?.At,
            IsDueDone = deed[CellKind.Done]?.IsOn == true,
            CreatedById = context.Actor.PersonId,
            CreatedAt = context.Now,
        };
        foreach (var labelId in deed[CellKind.Labels]?.Ids ?? [])
        {
            card.Labels.Add(new CardLabel { CardId = card.Id, LabelId = labelId });
        }

        foreach (var personId in deed[CellKind.Assignees]?.Ids ?? [])
        {
            card.Assignees.Add(new CardAssignee { CardId = card.Id, PersonId = personId });
        }

        foreach (var (column, value) in deed.Values.Where(v => v.Key.Kind == CellKind.Field))
        {
            RowCard.Put(card, column.FieldId!.Value, value);
        }

        bulk.Made.Add(card);
        Note(
            new RowNote(ActivityKind.CardCreated, After: card.Title)
            {
                To = new CardPlace(card.ColumnId, card.Position),
            },
            card
        );
    }

    private void Change(Card card, RowDeed deed)
    {
        var now = book.NowOf(card);
        _before.Add(CardBefore.Of(card, now.Text));
        if (deed[CellKind.Column] is { Ids: [var to] } && to != card.ColumnId)
        {
            var from = new CardPlace(card.ColumnId, card.Position);
            (card.ColumnId, card.Position) = (to, NextKey(to));
            Note(
                new RowNote(ActivityKind.CardMoved, After: names.Column(to))
                {
                    From = from,
                    To = new CardPlace(card.ColumnId, card.Position),
                },
                card
            );
            bulk.Moved.Add(card.Id);
        }

        if (deed[CellKind.Description] is { } described && described.Text != now.Text)
        {
            Note(new RowNote(ActivityKind.CardDescribed, now.Text, described.Text), card);
            var update = now.ReplaceBy(described.Text, card.Id, context.Actor.PersonId, context.Now);
            bulk.Texts.Add(update);
            (card.Description, card.DescriptionVersion) = (described.Text, update.Version);
        }

        foreach (var note in RowCard.Change(card, deed, names))
        {
            Note(note, card);
        }

        bulk.Changed.Add(card);
    }

    private string NextKey(Guid columnId) =>
        _last[columnId] = CardPosition.Between(_last.GetValueOrDefault(columnId), null);

    private void Note(RowNote note, Card card) =>
        bulk.Activity.Add(
            new ActivityEntry
            {
                Id = Guid.CreateVersion7(),
                BoardId = board.Id,
                At = context.Now,
                ActorId = context.Actor.PersonId,
                Kind = note.Kind,
                CardId = card.Id,
                ColumnId = note.To?.ColumnId,
                FromColumnId = note.From?.ColumnId,
                Position = note.To?.Position,
                FromPosition = note.From?.Position,
                SubjectId = note.SubjectId,
                Before = note.Before,
                After = note.After,
            }
        );
}
