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
