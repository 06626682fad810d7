using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Who else is changing which part of the open card at one moment. Never stored.</summary>
/// <param name="here">Who is on the board.</param>
/// <param name="card">The card's number.</param>
/// <param name="viewerId">The viewer, who is left out.</param>
public sealed class CardEditors(PresenceSnapshot here, int card, Guid viewerId)
{
    private readonly ILookup<string, PersonSnapshot> _byField = here
        .People.Where(p => p.Person.Id != viewerId)
        .SelectMany(p => p.Edits.Where(e => e.Card == card).Select(e => (e.Field, p.Person)))
        .Distinct()
        .ToLookup(e => e.Field, e => e.Person, StringComparer.Ordinal);

    /// <summary>Somebody who is changing this part; null for nobody.</summary>
    public PersonSnapshot? Of(string field) => _byField[field].FirstOrDefault();

    /// <summary>All of them.</summary>
    public IEnumerable<PersonSnapshot> AllOf(string field) => _byField[field];
}
