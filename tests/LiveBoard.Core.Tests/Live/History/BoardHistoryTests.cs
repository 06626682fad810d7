using LiveBoard.Core.Boards;
using LiveBoard.Core.Live.History;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Live.History;

/// <summary>What the log does not say, or says in the words of older entries and of imports.</summary>
public sealed class BoardHistoryTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    private readonly BoardSnapshot _now = SampleSnapshots.Board(columns: 2, cardsPerColumn: 1);
    private readonly List<ActivityEntry> _log = [];

    private CardSnapshot Card => _now.Columns[0].Cards[0];

    [Fact]
    public void CardThatIsNowhereAnyMore_DoesNotComeBack()
    {
        var gone = Guid.CreateVersion7();
        Log(ActivityKind.CardCreated, gone, _now.Columns[0].Id, after: "A secret");
        Log(ActivityKind.CardDeleted, gone, _now.Columns[0].Id, after: "A secret");

        var past = Read().At(0).Board;

        Assert.Equal(_now.Cards.Keys.Order(), past.Cards.Keys.Order());
    }

    [Fact]
    public void CardOfAnotherBoard_IsWhatThisBoardKnewOfIt()
    {
        var left = Guid.CreateVersion7();
        Log(ActivityKind.CardCreated, left, _now.Columns[0].Id, after: "Early");
        Log(ActivityKind.CardRenamed, left, before: "Early", after: "Late");
        Log(ActivityKind.CardLeftBoard, left, from: _now.Columns[0].Id, before: "Late");
        var history = Read(left);

        Assert.Equal("Early", history.At(0).Board.Cards[left].Title);
        Assert.Equal(("Late", 0), (history.At(1).Board.Cards[left].Title, history.At(1).Board.Cards[left].Number));
        Assert.DoesNotContain(left, history.At(2).Board.Cards.Keys);
    }

    [Fact]
    public void OlderEntry_NamesItsLabelInWords()
    {
        var label = new LabelSnapshot(Guid.CreateVersion7(), "Piers", LabelColor.Sky);
        Log(ActivityKind.CardCreated, Card.Id, Card.ColumnId, after: Card.Title);
        Log(ActivityKind.CardLabelled, Card.Id, after: "Piers");
        Log(ActivityKind.CardUnlabelled, Card.Id, after: "Piers");

        Assert.Equal([0, 1, 0], LabelCounts(label));
        // Two of one name: nobody knows which of them it was.
        Assert.Equal([0, 0, 0], LabelCounts(label, label with { Id = Guid.CreateVersion7() }));
    }

    [Fact]
    public void ClockThatIsBehind_MovesNoMomentBeforeTheOneItFollows()
    {
        Log(ActivityKind.CardRenamed, Card.Id, before: "Early", after: "Later");
        _log.Add(Entry(ActivityKind.CardRenamed, Card.Id, Start.AddHours(-5), 2, before: "Later", after: Card.Title));
        var history = Read();

        Assert.Equal([Start, Start], history.Moments.Select(m => m.At));
        Assert.Equal(1, history.MomentAt(Start));
        Assert.Equal(-1, history.MomentAt(Start.AddTicks(-1)));
        Assert.Equal("Early", history.At(-1).Board.Cards[Card.Id].Title);
    }

    [Fact]
    public void CardThatWasInAColumnBeforeTheLogMadeTheColumn_IsSeenInIt()
    {
        Log(ActivityKind.CardCreated, Card.Id, Card.ColumnId, after: Card.Title);
        Log(ActivityKind.ColumnCreated, columnId: Card.ColumnId, after: _now.Columns[0].Name);
        var history = Read();

        Assert.NotNull(history.At(0).Board.FindColumn(Card.ColumnId));
        Assert.Contains(Card.Id, history.At(0).Board.Cards.Keys);
        Assert.Null(history.At(-1).Board.FindColumn(Card.ColumnId));
    }

    [Fact]
    public void ColumnsThatNothingTouched_AreTheSameObjects()
    {
        Log(ActivityKind.CardRenamed, Card.Id, before: "Early", after: "Later");
        Log(ActivityKind.CardRenamed, Card.Id, before: "Later", after: Card.Title);
        var history = Read();
        var first = history.At(0);

        var second = history.At(1, first);

        var other = _now.Columns[1].Id;
        Assert.NotSame(first.Board.FindColumn(Card.ColumnId), second.Board.FindColumn(Card.ColumnId));
        Assert.Same(first.Board.FindColumn(other), second.Board.FindColumn(other));
        Assert.Same(first.Board.People, second.Board.People);
    }

    private int[] LabelCounts(params LabelSnapshot[] labels)
    {
        var history = Read(
            _now with
            {
                Labels = _now.Labels.AddRange(labels.Select(l => KeyValuePair.Create(l.Id, l))),
            }
        );
        return [.. Enumerable.Range(0, 3).Select(i => history.At(i).Board.Cards[Card.Id].LabelIds.Length)];
    }

    private BoardHistory Read(params Guid[] left) => Read(_now, left);

    private BoardHistory Read(BoardSnapshot now, params Guid[] left)
    {
        var history = new BoardHistory(now, new HistoryStart(Start, [], [], [], left));
        history.Read(_log);
        return history;
    }

    private void Log(
        ActivityKind kind,
        Guid? cardId = null,
        Guid? columnId = null,
        Guid? from = null,
        string? before = null,
        string? after = null
    ) => _log.Add(Entry(kind, cardId, Start.AddHours(_log.Count), _log.Count + 1, columnId, from, before, after));

    private ActivityEntry Entry(
        ActivityKind kind,
        Guid? cardId,
        DateTime at,
        long version,
        Guid? columnId = null,
        Guid? from = null,
        string? before = null,
        string? after = null
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            BoardId = _now.Id,
            Version = version,
            At = at,
            Kind = kind,
            CardId = cardId,
            ColumnId = columnId,
            FromColumnId = from,
            Before = before,
            After = after,
        };
}
