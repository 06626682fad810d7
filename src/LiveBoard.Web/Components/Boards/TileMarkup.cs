using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// A card's tile as markup, with all that it was made from: as long as these are the same, so is the markup. The key is
/// the card's id, boxed once and not in each render of each viewer.
/// </summary>
internal sealed record TileMarkup(
    string Html,
    string CardId,
    object Key,
    LabelSnapshot?[] Labels,
    Guid[] PeopleIds,
    PersonSnapshot?[] People,
    ImmutableDictionary<Guid, FieldSnapshot> Fields,
    DateOnly Today,
    DueState Due
)
{
    public bool IsFor(CardSnapshot card, BoardSnapshot board, DateOnly today, DueState due)
    {
        if (due != Due || today != Today || (!card.FieldValues.IsEmpty && !ReferenceEquals(Fields, board.Fields)))
        {
            return false;
        }

        for (var i = 0; i < Labels.Length; i++)
        {
            if (!ReferenceEquals(Labels[i], board.Labels.GetValueOrDefault(card.LabelIds[i])))
            {
                return false;
            }
        }

        for (var i = 0; i < People.Length; i++)
        {
            if (!ReferenceEquals(People[i], board.People.GetValueOrDefault(PeopleIds[i])))
            {
                return false;
            }
        }

        return true;
    }
}
