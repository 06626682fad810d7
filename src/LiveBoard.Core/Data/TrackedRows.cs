using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Data;

/// <summary>
/// The rows that a context tracks, by id, for one save. A set's Local would find them too, but looks through everything
/// that is tracked for changes each time it is asked.
/// </summary>
internal sealed class TrackedRows
{
    private readonly Dictionary<Guid, Card> _cards = [];
    private readonly Dictionary<Guid, Person> _people = [];
    private readonly Dictionary<Guid, Board> _boards = [];

    private readonly Dictionary<Guid, Comment> _comments = [];
    private readonly Dictionary<Guid, Checklist> _checklists = [];

    public IReadOnlyDictionary<Guid, Comment> Comments => _comments;

    public IReadOnlyDictionary<Guid, Checklist> Checklists => _checklists;

    public IReadOnlyDictionary<Guid, Card> Cards => _cards;

    public IReadOnlyDictionary<Guid, Person> People => _people;

    public IReadOnlyDictionary<Guid, Board> Boards => _boards;

    public void AddRange(IEnumerable<object> rows)
    {
        foreach (var row in rows)
        {
            switch (row)
            {
                case Card card:
                    _cards[card.Id] = card;
                    break;
                case Comment comment:
                    _comments[comment.Id] = comment;
                    break;
                case Checklist checklist:
                    _checklists[checklist.Id] = checklist;
                    break;
                case Person person:
                    _people[person.Id] = person;
                    break;
                case Board board:
                    _boards[board.Id] = board;
                    break;
                default:
                    break;
            }
        }
    }
}
