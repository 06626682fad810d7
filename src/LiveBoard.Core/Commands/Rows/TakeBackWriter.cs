using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Rows;

/// <summary>Makes cards what they were before rows changed or made them.</summary>
internal sealed class TakeBackWriter(BoardCommandContext context, RowBook book)
{
    private readonly Dictionary<Guid, string> _last = new(book.LastKeys);

    public BulkRows Bulk { get; } = new();

    /// <summary>A card that the rows made.</summary>
    public void Trash(Card card)
    {
        card.DeletedAt = context.Now;
        Bulk.Changed.Add(card);
        Note(card, ActivityKind.CardDeleted, PlaceOf(card), after: card.Title);
    }

    /// <summary>A card that the rows changed.</summary>
    public void Restore(Card card, CardBefore before)
    {
        if (card.ColumnId != before.ColumnId)
        {
            // Its place may be taken meanwhile; at the end there is always room.
            var key = CardPosition.Between(_last.GetValueOrDefault(before.ColumnId), null);
            var from = PlaceOf(card);
            (card.ColumnId, card.Position) = (before.ColumnId, _last[before.ColumnId] = key);
            Note(card, ActivityKind.CardMoved, PlaceOf(card), from);
            Bulk.Moved.Add(card.Id);
        }

        if (card.Description != before.Description)
        {
            Note(card, ActivityKind.CardDescribed, before: card.Description, after: before.Description);
            var update = book.NowOf(card).ReplaceBy(before.Description, card.Id, context.Actor.PersonId, context.Now);
            Bulk.Texts.Add(update);
            (card.Description, card.DescriptionVersion) = (before.Description, update.Version);
        }

        if (card.Title != before.Title)
        {
            Note(card, ActivityKind.CardRenamed, before: card.Title, after: before.Title);
            card.Title = before.Title;
        }

        (card.StartAt, card.DueAt, card.IsDueDone) = (before.StartAt, before.DueAt, before.IsDueDone);
        Replace(card.Labels, before.LabelIds.Select(id => new CardLabel { CardId = card.Id, LabelId = id }));
        Replace(card.Assignees, before.AssigneeIds.Select(id => new CardAssignee { CardId = card.Id, PersonId = id }));
        Replace(
            card.FieldValues,
            before.Fields.Select(f => new CustomFieldValue
            {
                CardId = card.Id,
                FieldId = f.FieldId,
                Value = f.Value,
                PersonId = f.PersonId,
            })
        );
        Bulk.Changed.Add(card);
    }

    private static CardPlace PlaceOf(Card card) => new(card.ColumnId, card.Position);

    private static void Replace<T>(IList<T> parts, IEnumerable<T> others)
    {
        parts.Clear();
        foreach (var part in others)
        {
            parts.Add(part);
        }
    }

    private void Note(
        Card card,
        ActivityKind kind,
        CardPlace? to = null,
        CardPlace? from = null,
        string? before = null,
        string? after = null
    ) =>
        Bulk.Activity.Add(
            new ActivityEntry
            {
                Id = Guid.CreateVersion7(),
                BoardId = card.BoardId,
                At = context.Now,
                ActorId = context.Actor.PersonId,
                Kind = kind,
                CardId = card.Id,
                ColumnId = to?.ColumnId,
                FromColumnId = from?.ColumnId,
                Position = to?.Position,
                FromPosition = from?.Position,
                Before = before,
                After = after,
            }
        );
}
