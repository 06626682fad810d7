using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Cells;

/// <summary>Does what cells wish: cards that are there are patched, new ones are made and patched like them.</summary>
/// <param name="context">The command's.</param>
/// <param name="cards">The cards that are there; those that are made join them.</param>
/// <param name="texts">Descriptions as they are now, of cards whose descriptions change.</param>
internal sealed class CellWriter(
    BoardCommandContext context,
    Dictionary<Guid, Card> cards,
    IReadOnlyDictionary<Guid, CardText> texts
)
{
    public async Task<Rejection?> WriteAsync(
        IReadOnlyList<CardWish> changed,
        IReadOnlyList<CardWish> made,
        CancellationToken cancellationToken
    )
    {
        var madeIds = made.Select(m => m.CardId).Distinct().ToList();
        if (
            madeIds.Count < made.Count
            || await context.Db.Cards.AnyAsync(c => EF.Parameter(madeIds).Contains(c.Id), cancellationToken)
        )
        {
            return new Rejection(RejectionCode.ValueInvalid, "card");
        }

        var moving = changed
            .Where(w => w[CellKind.Column] is { Ids: [var to] } && to != cards[w.CardId].ColumnId)
            .ToDictionary(w => w.CardId, w => w[CellKind.Column]!.Ids[0]);
        var places = await PlaceAsync(moving, made, cancellationToken);
        var patches = changed.Select(w => PatchOf(w, cards[w.CardId], places)).ToList();
        foreach (var wish in made)
        {
            var card = AddCards.Add(context, wish.CardId, wish[CellKind.Title]!.Text, places[wish.CardId]);
            cards.Add(card.Id, card);
            patches.Add(PatchOf(wish, card, places));
        }

        patches.RemoveAll(p => p.IsEmpty);
        var patcher = new CardPatcher(context, cards);
        var columns = made.Select(m => m.ColumnId!.Value).ToList();
        if (await patcher.ApplyAsync(patches, cancellationToken, columns) is { } refused)
        {
            return refused;
        }

        // A card that was made goes into the trash; what it holds stays with it, for the day it comes back.
        var gone = made.Select(m => new CardPatch
        {
            CardId = m.CardId,
            Shelf = new CardStep<CardShelf>(CardShelf.Board, CardShelf.Trash),
        });
        context.Undo = new PatchCards
        {
            BoardId = context.Board.Id,
            Patches = [.. patcher.Inverse.ExceptBy(madeIds, p => p.CardId), .. gone],
        };
        return null;
    }

    /// <summary>Places at the end of their columns: first of cards that move, then of those that are made.</summary>
    private async Task<Dictionary<Guid, CardPlace>> PlaceAsync(
        Dictionary<Guid, Guid> moving,
        IReadOnlyList<CardWish> made,
        CancellationToken cancellationToken
    )
    {
        var places = new Dictionary<Guid, CardPlace>();
        var wanted = moving
            .Select(m => (CardId: m.Key, ColumnId: m.Value))
            .Concat(made.Select(m => (m.CardId, ColumnId: m.ColumnId!.Value)))
            .ToLookup(w => w.ColumnId, w => w.CardId);
        if (wanted.Count == 0)
        {
            return places;
        }

        var keys = await ColumnKeys.ReadAsync(context, [.. wanted.Select(w => w.Key)], cancellationToken);
        foreach (var column in wanted)
        {
            var ids = column.ToList();
            foreach (var (id, place) in ids.Zip(keys.Place(column.Key, ids)))
            {
                places.Add(id, place);
            }
        }

        await keys.ApplyRespreadAsync(context, cancellationToken);
        return places;
    }

    private CardPatch PatchOf(CardWish wish, Card card, Dictionary<Guid, CardPlace> places)
    {
        var labels = wish[CellKind.Labels]?.Ids;
        var people = wish[CellKind.Assignees]?.Ids;
        var (labelled, assigned) = (card.Labels.Select(l => l.LabelId), card.Assignees.Select(a => a.PersonId));
        return new CardPatch
        {
            CardId = card.Id,
            Title = wish[CellKind.Title] is { } title ? CardStep<string>.Between(card.Title, title.Text) : null,
            Description = wish[CellKind.Description] is { } described
                ? CardStep<string>.Between(texts.GetValueOrDefault(card.Id)?.Text ?? "", described.Text)
                : null,
            Place = places.GetValueOrDefault(card.Id) is { } place
                ? CardStep<CardPlace>.Between(new CardPlace(card.ColumnId, card.Position), place)
                : null,
            Start = wish[CellKind.Start] is { } start ? CardStep<DateTime?>.Between(card.StartAt, start.At) : null,
            Due = DueOf(wish, card),
            LabelsOn = labels is null ? [] : [.. labels.Except(labelled)],
            LabelsOff = labels is null ? [] : [.. labelled.Except(labels)],
            PeopleOn = people is null ? [] : [.. people.Except(assigned)],
            PeopleOff = people is null ? [] : [.. assigned.Except(people)],
            Fields = [.. wish.Fields.Select(f => StepOf(card, f.FieldId, f.Value)).Where(f => f.Before != f.After)],
        };
    }

    private static CardStep<CardDue>? DueOf(CardWish wish, Card card)
    {
        var at = wish[CellKind.Due] is { } due ? due.At : card.DueAt;
        var isDone = at is not null && (wish[CellKind.Done]?.IsOn ?? card.IsDueDone);
        return CardStep<CardDue>.Between(new CardDue(card.DueAt, card.IsDueDone), new CardDue(at, isDone));
    }

    private static FieldStep StepOf(Card card, Guid fieldId, CellValue value) =>
        new(
            fieldId,
            FieldReading.Of(card, fieldId),
            new FieldReading(value.Text, value.Ids.Count > 0 ? value.Ids[0] : null)
        );
}
