using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>Whether patches can be done: nobody built on what they take back, and all that they refer to is there.</summary>
internal static class PatchCheck
{
    public static Rejection? Check(PatchFacts facts, Card card, CardPatch patch)
    {
        if (!IsAsBefore(facts, card, patch))
        {
            return new Rejection(RejectionCode.UndoOvertaken, card.Title);
        }

        if (
            patch.Place is { } place && !facts.Columns.ContainsKey(place.After.ColumnId)
            || patch.Shelf?.After == CardShelf.Board && !facts.Columns.ContainsKey(card.ColumnId)
        )
        {
            return new Rejection(RejectionCode.ColumnNotFound);
        }

        if (patch.LabelsOn.Concat(patch.LabelsOff).Any(id => !facts.Labels.ContainsKey(id)))
        {
            return new Rejection(RejectionCode.LabelNotFound);
        }

        if (patch.Fields.Any(f => !facts.Fields.ContainsKey(f.FieldId)))
        {
            return new Rejection(RejectionCode.FieldNotFound);
        }

        var newcomers = patch.PeopleOn.Concat(patch.Fields.Select(f => f.After.PersonId).OfType<Guid>());
        return newcomers.All(facts.Welcome.ContainsKey) ? null : new Rejection(RejectionCode.PersonNotFound);
    }

    private static bool IsAsBefore(PatchFacts facts, Card card, CardPatch patch) =>
        (patch.Title is null || patch.Title.Before == card.Title)
        && (patch.Description is null || patch.Description.Before == facts.Texts[card.Id].Text)
        && (patch.Place is null || patch.Place.Before == new CardPlace(card.ColumnId, card.Position))
        && (patch.Start is null || patch.Start.Before == card.StartAt)
        && (patch.Due is null || patch.Due.Before == new CardDue(card.DueAt, card.IsDueDone))
        && (patch.Shelf is null || patch.Shelf.Before == ShelveCards.ShelfOf(card))
        && patch.Fields.All(f => f.Before == FieldReading.Of(card, f.FieldId));
}
