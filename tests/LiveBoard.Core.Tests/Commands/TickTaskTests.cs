using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Tasks in a description are ticked one sign at a time, wherever the text has gone meanwhile.</summary>
public sealed class TickTaskTests : IAsyncLifetime
{
    private const string Text = "Before\n- [ ] one\n- [x] two\n1. [X] three\n- [ ] one";

    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Guid _card;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
        await DescribeAsync(Text);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(10, "- [ ] one", true, "Before\n- [x] one\n- [x] two\n1. [X] three\n- [ ] one")]
    [InlineData(44, "- [ ] one", true, "Before\n- [ ] one\n- [x] two\n1. [X] three\n- [x] one")]
    [InlineData(20, "- [x] two", false, "Before\n- [ ] one\n- [ ] two\n1. [X] three\n- [ ] one")]
    [InlineData(31, "1. [X] three", false, "Before\n- [ ] one\n- [x] two\n1. [ ] three\n- [ ] one")]
    public async Task Tick_ChangesOneSign_AndUndoTakesItBack(int offset, string line, bool isDone, string expected)
    {
        var done = await _board.DoAsync(Tick(offset, line, isDone));

        Assert.Equal(expected, await TextAsync());
        await _board.DoAsync(done.Undo!);
        Assert.Equal(Text.ToUpperInvariant(), (await TextAsync()).ToUpperInvariant());
    }

    [Fact]
    public async Task Tick_FindsItsLine_WhenTheTextHasMoved()
    {
        await DescribeAsync("A good deal of text\nbefore it\n" + Text.Replace("two", "TWO", StringComparison.Ordinal));

        await _board.DoAsync(Tick(31, "1. [X] three", isDone: false));

        Assert.Contains("1. [ ] three", await TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- [ ] gone", true)]
    [InlineData("- [x] two", true)]
    [InlineData("- [ ] one", false)]
    [InlineData("Before", true)]
    [InlineData("see [here] - [ ] one", true)]
    [InlineData("", true)]
    public async Task Tick_OfWhatIsNoSuchTask_ChangesNothing(string line, bool isDone)
    {
        var result = await _database.Commands.HandleAsync(Tick(10, line, isDone), _board.Owner, Cancellation);

        Assert.Equal(RejectionCode.ChangedMeanwhile, result.Rejection?.Code);
        Assert.Equal(Text, await TextAsync());
    }

    [Fact]
    public async Task Tick_WhileSomebodyTypes_LosesNeither()
    {
        await using var writer = await _database.Texts.OpenAsync(
            _board.Owner,
            _board.Id,
            _card,
            _ => Task.CompletedTask,
            Cancellation
        );
        var version = writer!.Begin.Version;
        var typed = TextChange.Between(Text, "Typed " + Text).ToString();
        await writer.PushAsync(version, "writer", [typed], Cancellation);

        await _board.DoAsync(Tick(10, "- [ ] one", isDone: true));

        Assert.Equal("Typed Before\n- [x] one\n- [x] two\n1. [X] three\n- [ ] one", await TextAsync());
        var missed = await writer.PullAsync(version + 1, Cancellation);
        var change = TextChange.Parse(Assert.Single(missed.Updates).Changes)!;
        Assert.Equal(["x"], change.Insertions);
    }

    [Fact]
    public async Task History_HoldsWhatWasBefore_NewestFirst()
    {
        await DescribeAsync("Second");
        var history = new DescriptionHistory(_database, _database.Access);

        var changes = (await history.ReadAsync(_board.Id, _card, _board.Owner, cancellationToken: Cancellation))!.Value;

        Assert.Equal(2, changes.Length);
        var newest = await history.ReadTextsAsync(_board.Id, _card, changes[0].Id, _board.Owner, Cancellation);
        Assert.Equal(new DescriptionTexts(Text, "Second"), newest);
    }

    private TickTask Tick(int offset, string line, bool isDone) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            Offset = offset,
            Line = line,
            IsDone = isDone,
        };

    private Task<CommandResult> DescribeAsync(string text) =>
        _board.DoAsync(
            new DescribeCard
            {
                BoardId = _board.Id,
                CardId = _card,
                Description = text,
            }
        );

    private async Task<string> TextAsync() => (await _board.ReadAsync()).Cards[_card].Description;
}
