using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Who else is changing which part of the open card at one moment. Never stored.</summary>
/// <param name="here">Who is on the board.</param>
/// <param name="card">The card's number.</param>
/// <param name="viewerId">The viewer, who is left out.</param>
public sealed class CardEditors(PresenceSnapshot here, int card, Guid viewerId)
{
    private readonly (string Field, PersonSnapshot Person)[] _edits =
    [
        .. here
            .People.Where(p => p.Person.Id != viewerId)
            .SelectMany(p => p.Edits.Where(e => e.Card == card).Select(e => (e.Field, p.Person)))
            .Distinct(),
    ];

    /// <summary>Somebody who is changing this part; null for nobody.</summary>
    public PersonSnapshot? Of(string field) => AllOf(field).FirstOrDefault();

    /// <summary>All of them.</summary>
    public IEnumerable<PersonSnapshot> AllOf(string field) =>
        _edits.Where(e => string.Equals(e.Field, field, StringComparison.Ordinal)).Select(e => e.Person);

    /// <summary>True when the same people are at the same parts: then nothing needs to be drawn again.</summary>
    public bool IsSameAs(CardEditors? other) => other is not null && _edits.AsSpan().SequenceEqual(other._edits);
}
