using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Checklists: their order, their count on the tile, and that everything can be taken back.</summary>
public sealed class ChecklistTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private Guid _card;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _card = (await _board.ReadAsync()).Columns[0].Cards[0].Id;
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Count_FollowsTicksItemsAndLists_AndTheirUndo()
    {
        var list = await MakeAsync("Steps", "a", "b", "c");
        var items = await ItemsAsync(list);
        Assert.Equal((0, 3), await CountAsync());

        var ticked = await DoAsync(
            new TickChecklistItem
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = items["a"],
                IsDone = true,
            }
        );
        Assert.Equal((1, 3), await CountAsync());
        var removed = await DoAsync(
            new RemoveChecklistItem
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = items["a"],
            }
        );
        Assert.Equal((0, 2), await CountAsync());
        await DoAsync(removed.Undo!);
        Assert.Equal((1, 3), await CountAsync());
        await DoAsync(ticked.Undo!);
        Assert.Equal((0, 3), await CountAsync());
        var gone = await DoAsync(
            new RemoveChecklist
            {
                BoardId = _board.Id,
                CardId = _card,
                ChecklistId = list,
            }
        );
        Assert.Equal((0, 0), await CountAsync());
        Assert.Empty((await DetailsAsync()).Checklists);
        await DoAsync(gone.Undo!);
        Assert.Equal((0, 3), await CountAsync());
    }

    [Fact]
    public async Task Items_OfAListThatIsGone_AreNotThere()
    {
        var list = await MakeAsync("Steps", "a");
        var item = (await ItemsAsync(list))["a"];
        await DoAsync(
            new RemoveChecklist
            {
                BoardId = _board.Id,
                CardId = _card,
                ChecklistId = list,
            }
        );

        var result = await _database.Commands.HandleAsync(
            new TickChecklistItem
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = item,
                IsDone = true,
            },
            _board.Owner,
            Cancellation
        );

        Assert.Equal(RejectionCode.ItemNotFound, result.Rejection?.Code);
    }

    [Theory]
    [InlineData("a", null, "b c a")]
    [InlineData("c", "a", "c a b")]
    [InlineData("c", "b", "a c b")]
    [InlineData("a", "c", "b a c")]
    [InlineData("a", "b", "a b c")]
    [InlineData("b", "b", "a c b")]
    public async Task Item_GoesWhereItIsPut_AndBack(string item, string? before, string order)
    {
        var list = await MakeAsync("Steps", "a", "b", "c");
        var items = await ItemsAsync(list);

        var result = await _database.Commands.HandleAsync(
            Move(items[item], list, before is null ? null : items[before]),
            _board.Owner,
            Cancellation
        );

        Assert.Equal(order, await OrderAsync(list));
        if (result.Undo is { } undo)
        {
            await DoAsync(undo);
            Assert.Equal("a b c", await OrderAsync(list));
        }
    }

    [Fact]
    public async Task Item_GoesIntoAnotherList_AndBack()
    {
        var (from, to) = (await MakeAsync("From", "a", "b"), await MakeAsync("To", "x", "y"));
        var items = await ItemsAsync(from);
        var others = await ItemsAsync(to);

        var moved = await DoAsync(Move(items["a"], to, others["y"]));

        Assert.Equal("b", await OrderAsync(from));
        Assert.Equal("x a y", await OrderAsync(to));
        await DoAsync(moved.Undo!);
        Assert.Equal("a b", await OrderAsync(from));
    }

    /// <summary>R-13, in small: keys between the same two grow, and are made short again.</summary>
    [Fact]
    public async Task Keys_StayShort_HoweverOftenSomethingIsPutBetweenTheSameTwo()
    {
        var list = await MakeAsync("Steps", "a", "b", "c", "d");
        var items = await ItemsAsync(list);
        for (var i = 0; i < 400; i++)
        {
            await DoAsync(Move(items[i % 2 == 0 ? "c" : "b"], list, items[i % 2 == 0 ? "b" : "c"]));
        }

        Assert.Equal("a b c d", await OrderAsync(list));
        await using var db = _database.CreateDbContext();
        Assert.All(db.ChecklistItems, item => Assert.InRange(item.Position.Length, 1, CardPosition.MaxLength));
    }

    [Fact]
    public async Task Item_BecomesACard_RightBehindItsOwn_WithAllOfItsText()
    {
        var text = string.Concat(Enumerable.Repeat("👩‍👩‍👧 long ", 60));
        var list = await MakeAsync("Steps", text);
        var item = Assert.Single(await ItemsAsync(list));
        await DoAsync(
            new SetChecklistItemAssignee
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = item.Value,
                PersonId = _board.Owner.PersonId,
            }
        );

        await DoAsync(
            new TurnItemIntoCard
            {
                BoardId = _board.Id,
                CardId = _card,
                ItemId = item.Value,
            }
        );

        var cards = (await _board.ReadAsync()).Columns[0].Cards;
        Assert.Equal(_card, cards[0].Id);
        Assert.StartsWith(cards[1].Title, item.Key, StringComparison.Ordinal);
        Assert.InRange(cards[1].Title.Length, Card.MaxTitleLength - 10, Card.MaxTitleLength);
        Assert.Equal(item.Key, cards[1].Description);
        Assert.Equal([_board.Owner.PersonId], cards[1].AssigneeIds);
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task TooManyItems_AreRefusedAsAWhole()
    {
        var list = await MakeAsync("Steps");
        await DoAsync(Add(list, Checklist.MaxItemsPerCard - 1));

        var result = await _database.Commands.HandleAsync(Add(list, 2), _board.Owner, Cancellation);

        Assert.Equal(RejectionCode.TooMany, result.Rejection?.Code);
        Assert.Equal((0, Checklist.MaxItemsPerCard - 1), await CountAsync());
    }

    [Fact]
    public async Task Texts_FromAnOlderReading_ShowWhatStandsThere()
    {
        var list = await MakeAsync("Steps", "a");
        var edit = new EditChecklistItem
        {
            BoardId = _board.Id,
            CardId = _card,
            ItemId = (await ItemsAsync(list))["a"],
            Text = "Mine",
            ExpectedText = "older",
        };
        var rename = new RenameChecklist
        {
            BoardId = _board.Id,
            CardId = _card,
            ChecklistId = list,
            Name = "Mine",
            ExpectedName = "older",
        };

        Assert.Equal("a", (await _database.Commands.HandleAsync(edit, _board.Owner, Cancellation)).Rejection?.Current);
        Assert.Equal(
            "Steps",
            (await _database.Commands.HandleAsync(rename, _board.Owner, Cancellation)).Rejection?.Current
        );
    }

    private AddChecklistItems Add(Guid list, int count) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            ChecklistId = list,
            Texts = [.. Enumerable.Range(1, count).Select(i => $"Item {i}")],
        };

    private MoveChecklistItem Move(Guid item, Guid to, Guid? before) =>
        new()
        {
            BoardId = _board.Id,
            CardId = _card,
            ItemId = item,
            ToChecklistId = to,
            BeforeItemId = before,
        };

    private Task<CommandResult> DoAsync(BoardCommand command) => _board.DoAsync(command);

    private async Task<Guid> MakeAsync(string name, params string[] items)
    {
        await DoAsync(
            new AddChecklist
            {
                BoardId = _board.Id,
                CardId = _card,
                Name = name,
            }
        );
        var list = (await DetailsAsync()).Checklists[^1].Id;
        await DoAsync(
            new AddChecklistItems
            {
                BoardId = _board.Id,
                CardId = _card,
                ChecklistId = list,
                Texts = items,
            }
        );
        return list;
    }

    private async Task<Dictionary<string, Guid>> ItemsAsync(Guid list) =>
        (await DetailsAsync()).Checklists.Single(c => c.Id == list).Items.ToDictionary(i => i.Text, i => i.Id);

    private async Task<string> OrderAsync(Guid list) =>
        string.Join(' ', (await DetailsAsync()).Checklists.Single(c => c.Id == list).Items.Select(i => i.Text));

    private async Task<(int Done, int Total)> CountAsync()
    {
        var card = (await _board.ReadAsync()).Cards[_card];
        return (card.ChecklistDone, card.ChecklistTotal);
    }

    private async Task<CardDetails> DetailsAsync() =>
        (
            await new CardReader(_database, _database.Access, _database.Guests).ReadAsync(
                _board.Id,
                _card,
                _board.Owner,
                cancellationToken: Cancellation
            )
        )!;
}
