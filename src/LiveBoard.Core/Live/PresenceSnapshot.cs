using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live;

/// <summary>Who is on a board at one moment. Immutable, shared by all viewers.</summary>
/// <param name="People">One entry per person however many windows they have open, by name.</param>
public sealed record PresenceSnapshot(ImmutableArray<PresentPerson> People)
{
    /// <summary>Nobody.</summary>
    public static readonly PresenceSnapshot Nobody = new([]);

    /// <summary>True when everybody is where they were; what they change there may be something else.</summary>
    public bool IsSamePlaces(PresenceSnapshot other) =>
        People
            .Select(p => (p.Person, p.OpenCard, p.HeldCard))
            .SequenceEqual(other.People.Select(p => (p.Person, p.OpenCard, p.HeldCard)));

    private static PresentEdit EditOf(BoardVisit visit) => new(visit.OpenCard!.Value, visit.EditedField!);

    internal static PresenceSnapshot Of(ImmutableArray<BoardVisit> visits) =>
        new([
            .. visits
                .GroupBy(visit => visit.Person.Id)
                .Select(windows => new PresentPerson(
                    windows.Last().Person,
                    windows.Select(w => w.OpenCard).LastOrDefault(card => card is not null),
                    windows.Select(w => w.HeldCard).LastOrDefault(card => card is not null),
                    [.. windows.Where(w => w is { OpenCard: not null, EditedField: not null }).Select(EditOf)]
                )
                {
                    Cell = windows.Select(w => w.Cell).LastOrDefault(cell => cell is not null),
                })
                .OrderBy(p => p.Person.Name, StringComparer.CurrentCulture)
                .ThenBy(p => p.Person.Id),
        ]);
}

/// <summary>Somebody who is here.</summary>
/// <param name="Person">Who.</param>
/// <param name="OpenCard">Number of the card they have open.</param>
/// <param name="HeldCard">The card they are dragging.</param>
/// <param name="Edits">What they are changing, in each of their windows.</param>
public sealed record PresentPerson(
    PersonSnapshot Person,
    int? OpenCard,
    Guid? HeldCard,
    ImmutableArray<PresentEdit> Edits
)
{
    /// <summary>The cell of the board's table that they are in.</summary>
    public PresentCell? Cell { get; init; }
}

/// <summary>A cell of a board's table.</summary>
/// <param name="CardId">The card of its row.</param>
/// <param name="Column">Its column in a word.</param>
public sealed record PresentCell(Guid CardId, string Column);

/// <summary>A part of a card that somebody is changing.</summary>
/// <param name="Card">The card's number.</param>
/// <param name="Field">The part, see <see cref="CardFieldName"/>.</param>
public readonly record struct PresentEdit(int Card, string Field);
