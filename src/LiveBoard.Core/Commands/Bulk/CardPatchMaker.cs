using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>Works out what a wish about many cards changes on each of them.</summary>
internal sealed class CardPatchMaker(ChangeCards wish, BoardCommandContext context)
{
    private readonly Dictionary<Guid, CardPlace> _places = [];
    private FieldReading _value = FieldReading.None;

    /// <summary>Reads what is the same for all.</summary>
    /// <returns>Why it cannot be done, or null.</returns>
    public async Task<Rejection?> PrepareAsync(IReadOnlyList<Card> cards, CancellationToken cancellationToken)
    {
        foreach (var (date, subject) in Dates(cards))
        {
            if (DateRules.Check(date, subject) is { } unfit)
            {
                return unfit;
            }
        }

        if (wish.Field is { } field && await ReadValueAsync(field, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (wish.Move is { } move)
        {
            if (await context.FindColumnAsync(move.ToColumnId, cancellationToken) is null)
            {
                return new Rejection(RejectionCode.ColumnNotFound);
            }

            await PlaceAsync(move, cards, cancellationToken);
        }

        return null;
    }

    public CardPatch PatchOf(Card card)
    {
        var labels = card.Labels.Select(l => l.LabelId).ToList();
        var people = card.Assignees.Select(a => a.PersonId).ToList();
        return new CardPatch
        {
            CardId = card.Id,
            Place = _places.GetValueOrDefault(card.Id) is { } place
                ? CardStep<CardPlace>.Between(new CardPlace(card.ColumnId, card.Position), place)
                : null,
            Start = wish.Start is { } start
                ? CardStep<DateTime?>.Between(card.StartAt, start.Of(card.StartAt, context.Zone))
                : null,
            Due = CardStep<CardDue>.Between(new CardDue(card.DueAt, card.IsDueDone), DueOf(card)),
            LabelsOn = [.. wish.LabelsOn.Except(labels)],
            LabelsOff = [.. wish.LabelsOff.Intersect(labels)],
            PeopleOn = [.. wish.PeopleOn.Except(people)],
            PeopleOff = [.. wish.PeopleOff.Intersect(people)],
            Fields =
                wish.Field is { } field && FieldReading.Of(card, field.FieldId) is var before && before != _value
                    ? [new FieldStep(field.FieldId, before, _value)]
                    : [],
            Shelf = wish.Shelf is { } shelf ? CardStep<CardShelf>.Between(ShelveCards.ShelfOf(card), shelf) : null,
        };
    }

    private CardDue DueOf(Card card)
    {
        var at = wish.Due is { } due ? due.Of(card.DueAt, context.Zone) : card.DueAt;
        return new CardDue(at, at is not null && (wish.IsDone ?? card.IsDueDone));
    }

    private IEnumerable<(DateTime?, string)> Dates(IReadOnlyList<Card> cards) =>
        cards.SelectMany(c =>
            new[]
            {
                (wish.Start?.Of(c.StartAt, context.Zone), "start date"),
                (wish.Due?.Of(c.DueAt, context.Zone), "due date"),
            }
        );

    private async Task<Rejection?> ReadValueAsync(FieldWish wanted, CancellationToken cancellationToken)
    {
        var field = await context
            .Db.CustomFields.AsNoTracking()
            .SingleOrDefaultAsync(
                f => f.Id == wanted.FieldId && f.BoardId == context.Board.Id && f.DeletedAt == null,
                cancellationToken
            );
        if (field is null)
        {
            return new Rejection(RejectionCode.FieldNotFound);
        }

        if (field.Type == CustomFieldType.Person)
        {
            _value = new FieldReading("", wanted.PersonId);
            return null;
        }

        var invalid = FieldValueRules.Check(Snapshots.Of(field), wanted.Value, out var value);
        _value = new FieldReading(value, null);
        return invalid;
    }

    /// <summary>Places in the order of the cards; none when they stand there already.</summary>
    private async Task PlaceAsync(CardsMove move, IReadOnlyList<Card> cards, CancellationToken cancellationToken)
    {
        var keys = await ColumnKeys.ReadAsync(context, [move.ToColumnId], cancellationToken);
        var ids = cards.Select(c => c.Id).ToList();
        var before = keys.In(move.ToColumnId).ToList();
        // A neighbour that moves as well names no place.
        var (after, next) = (Staying(move.AfterCardId, ids), Staying(move.BeforeCardId, ids));
        var places = keys.Place(move.ToColumnId, ids, after, next);
        if (keys.In(move.ToColumnId).SequenceEqual(before))
        {
            return;
        }

        await keys.ApplyRespreadAsync(context, cancellationToken);
        foreach (var (id, place) in ids.Zip(places))
        {
            _places.Add(id, place);
        }
    }

    private static Guid? Staying(Guid? cardId, List<Guid> moving) =>
        cardId is { } id && !moving.Contains(id) ? id : null;
}
