using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Live;

/// <summary>A board, and a random change set that follows on it.</summary>
internal sealed class RandomChanges
{
    private readonly Random _random;
    private readonly BoardSnapshot _board;
    private int _number = 1000;

    private RandomChanges(int seed)
    {
        _random = new Random(seed);
        var board = SampleSnapshots.Board(columns: _random.Next(1, 5), cardsPerColumn: _random.Next(0, 5));
        var places = CardPosition.Spread(board.Columns.Length);
        _board = board with { Columns = [.. board.Columns.Zip(places, (c, place) => c with { Position = place })] };
    }

    public static (BoardSnapshot Board, BoardChangeSet Changes) From(int seed)
    {
        var made = new RandomChanges(seed);
        return (made._board, made.Next());
    }

    /// <summary>Columns that the changes speak of, or that a card they speak of is in or goes to.</summary>
    public static HashSet<Guid> ColumnsTouchedBy(BoardSnapshot board, BoardChangeSet changes) =>
        [
            .. changes.Events.SelectMany(change =>
                change switch
                {
                    ColumnUpserted { Column.Id: var id } => [id],
                    ColumnRemoved { ColumnId: var id } => [id],
                    CardUpserted { Card: var card } => [card.ColumnId, .. Before(board, card.Id)],
                    CardRemoved { CardId: var id } => Before(board, id),
                    _ => Enumerable.Empty<Guid>(),
                }
            ),
        ];

    private static IEnumerable<Guid> Before(BoardSnapshot board, Guid cardId) =>
        board.Cards.TryGetValue(cardId, out var card) ? [card.ColumnId] : [];

    private BoardChangeSet Next()
    {
        // A commit says one thing of each thing, as the capture does: what comes after removing something is not of it.
        var events = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => One()).DistinctBy(About).ToList();
        var gone = events.OfType<ColumnRemoved>().Select(e => e.ColumnId).ToHashSet();
        events.RemoveAll(e => e is CardUpserted { Card.ColumnId: var id } && gone.Contains(id));
        events.Sort((a, b) => Rank(a).CompareTo(Rank(b)));
        return new BoardChangeSet(
            _board.Id,
            _board.Version + 1,
            Guid.CreateVersion7(),
            ActorId: null,
            DateTime.UnixEpoch,
            [.. events],
            []
        );
    }

    private BoardEvent One()
    {
        var column = _board.Columns[_random.Next(_board.Columns.Length)];
        var card = column.Cards.Length == 0 ? null : column.Cards[_random.Next(column.Cards.Length)];
        var to = _board.Columns[_random.Next(_board.Columns.Length)];
        return _random.Next(9) switch
        {
            0 => new BoardUpserted(_board.Header with { Name = "Another name" }),
            1 => new ColumnUpserted(column with { Name = "Another name", Cards = [] }),
            2 => new ColumnUpserted(SampleSnapshots.Column("New", Guid.CreateVersion7(), []) with { Position = End() }),
            3 => new ColumnRemoved(column.Id),
            4 => new LabelUpserted(new LabelSnapshot(Guid.CreateVersion7(), "New", LabelColor.Sky)),
            5 when card is not null => new CardUpserted(card with { Title = "Another title", Version = 2 }),
            6 when card is not null => new CardUpserted(
                card with
                {
                    ColumnId = to.Id,
                    Position = PlaceIn(to),
                    Version = 2,
                }
            ),
            7 when card is not null => new CardRemoved(card.Id),
            _ => new CardUpserted(SampleSnapshots.Card(++_number, to.Id, PlaceIn(to)) with { Version = 2 }),
        };
    }

    private string End() => CardPosition.Between(_board.Columns[^1].Position, null);

    /// <summary>A key of its own: two cards never have the same, as the database sees to.</summary>
    private string PlaceIn(ColumnSnapshot column)
    {
        var index = _random.Next(column.Cards.Length + 1);
        var low = index > 0 ? column.Cards[index - 1].Position : null;
        var high = index < column.Cards.Length ? column.Cards[index].Position : null;
        return CardPosition.Between(low, high) + (char)('A' + (++_number % 26)) + "V";
    }

    private static object About(BoardEvent change) =>
        change switch
        {
            ColumnUpserted { Column.Id: var id } => id,
            ColumnRemoved { ColumnId: var id } => id,
            CardUpserted { Card.Id: var id } => id,
            CardRemoved { CardId: var id } => id,
            LabelUpserted { Label.Id: var id } => id,
            _ => change.GetType(),
        };

    /// <summary>The order that a commit tells its facts in.</summary>
    private static int Rank(BoardEvent change) =>
        change switch
        {
            BoardUpserted => 0,
            LabelUpserted => 1,
            ColumnUpserted => 2,
            CardUpserted => 3,
            CardRemoved => 4,
            _ => 5,
        };
}
