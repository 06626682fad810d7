using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>Everyone that the export speaks of: the board's members, and others where they turn up.</summary>
internal sealed class TrelloPeople
{
    private readonly TrelloContext _context;
    private readonly Dictionary<string, TrelloMember> _people = [];
    private readonly List<string> _order = [];

    public TrelloPeople(TrelloContext context, TrelloNode board)
    {
        _context = context;
        foreach (var member in board.Objects("members"))
        {
            var id = member.RequiredId("id");
            if (_people.ContainsKey(id))
            {
                context.Notes.Add(FidelityCode.DuplicateId);
                continue;
            }

            Add(id, NameOf(member, id), UserNameOf(member), isMember: true);
        }
    }

    public IReadOnlyList<TrelloMember> Members => _order.ConvertAll(id => _people[id]);

    public IReadOnlyList<PersonPlan> Plans => _order.ConvertAll(id => new PersonPlan(id, _people[id].Name));

    public string NameOf(string id) => _people[id].Name;

    /// <summary>Notes that a card is assigned to somebody.</summary>
    public void CountCard(string id) => _people[id] = _people[id] with { Cards = _people[id].Cards + 1 };

    /// <summary>Somebody referred to by id alone, or null for nobody.</summary>
    public string? Of(string? id) => Of(id, described: null);

    /// <summary>Somebody referred to by an id and, maybe, an object that describes them.</summary>
    public string? Of(string? id, TrelloNode? described)
    {
        id ??= described?.Id("id");
        if (id is null || _people.ContainsKey(id))
        {
            return id;
        }

        var name = described is null ? Unnamed(id) : NameOf(described, id);
        Add(id, name, described is null ? null : UserNameOf(described), isMember: false);
        return id;
    }

    private static string? UserNameOf(TrelloNode member) =>
        member.OptionalLine("username", Person.MaxNameLength) is { Length: > 0 } name ? name : null;

    private void Add(string id, string name, string? userName, bool isMember)
    {
        _people.Add(id, new TrelloMember(id, name, userName, Cards: 0, isMember));
        _order.Add(id);
    }

    private string NameOf(TrelloNode member, string id)
    {
        foreach (var property in (ReadOnlySpan<string>)["fullName", "name", "username"])
        {
            if (member.OptionalLine(property, Person.MaxNameLength) is { Length: > 0 } name)
            {
                return name;
            }
        }

        return Unnamed(id);
    }

    private string Unnamed(string id)
    {
        _context.Notes.Add(FidelityCode.UnknownPerson);
        var end = id.Length > 6 ? id[^6..] : id;
        return string.Format(CultureInfo.InvariantCulture, _context.Options.UnknownPerson, end);
    }
}
