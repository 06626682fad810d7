using LiveBoard.Core.Events;

namespace LiveBoard.Core.Access.Work;

/// <summary>Tells whether something that happened may change what is shown of a person's work. Immutable.</summary>
/// <param name="ReaderId">Who looks.</param>
/// <param name="PersonId">Whose work it is.</param>
/// <param name="CardIds">Cards that have to do with the person without naming them when they change, wherever they are.</param>
/// <param name="BoardIds">Boards whose columns and labels matter.</param>
public sealed record WorkFollowing(
    Guid ReaderId,
    Guid PersonId,
    IReadOnlySet<Guid> CardIds,
    IReadOnlySet<Guid> BoardIds
)
{
    /// <summary>True when it may. Looks only.</summary>
    public bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            CardsTouched touched => touched.PeopleIds.Contains(PersonId) || touched.CardIds.Any(CardIds.Contains),
            BoardShapeChanged shape => BoardIds.Contains(shape.BoardId),
            // Also of the person: whoever shares no workspace with them any more sees nothing of their work.
            AccessChanged access => access.PersonId is not { } id || id == ReaderId || id == PersonId,
            _ => false,
        };
}
