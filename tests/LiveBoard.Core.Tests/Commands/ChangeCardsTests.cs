using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Events;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Many cards changed alike: one commit, one undo, all or none, on one board and over several.</summary>
public sealed class ChangeCardsTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private BoardSnapshot _before = null!;
    private Guid[] _cards = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database);
        await _board.AddLabelAsync();
        _before = await _board.ReadAsync();
        _cards = [_before.Columns[0].Cards[0].Id, _before.Columns[0].Cards[2].Id, _before.Columns[1].Cards[1].Id];
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Move_KeepsTheOrder_BehindTheNeighbour_AndUndoPutsEachBack()
    {
        var target = _before.Columns[1];

        var result = await _board.DoAsync(
            Change() with
            {
                Move = new CardsMove(target.Id, target.Cards[0].Id, target.Cards[1].Id),
            }
        );

        var now = await _board.ReadAsync();
        Assert.Equal(_before.Version + 1, now.Version);
        Assert.Equal([target.Cards[0].Id, .. _cards, target.Cards[2].Id], now.Columns[1].Cards.Select(c => c.Id));
        await _board.DoAsync(result.Undo!);
        Assert.Equal(SnapshotText.OfContent(_before), SnapshotText.OfContent(await _board.ReadAsync()));
    }

    [Fact]
    public async Task Move_ToWhereTheyStand_DoesNothing()
    {
        var column = _before.Columns[0];
        var change = new ChangeCards
        {
            BoardId = _board.Id,
            CardIds = [column.Cards[1].Id, column.Cards[2].Id],
            Move = new CardsMove(column.Id, column.Cards[0].Id),
        };

        Assert.Equal(CommandStatus.Unchanged, (await _board.DoAsync(change)).Status);
    }

    [Fact]
    public async Task Move_OfHundredsBetweenTwo_MakesRoom_AndKeepsEveryOrder()
    {
        var titles = Enumerable.Range(1, 300).Select(i => $"{i:000}").ToList();
        await _board.DoAsync(
            new AddCards
            {
                BoardId = _board.Id,
                ColumnId = _before.Columns[2].Id,
                Titles = titles,
            }
        );
        var moving = (await _board.ReadAsync()).Columns[2].Cards.Where(c => titles.Contains(c.Title)).ToList();
        for (var i = 0; i < 12; i++)
        {
            var column = _before.Columns[i % 2];
            await _board.DoAsync(
                new ChangeCards
                {
                    BoardId = _board.Id,
                    CardIds = [.. moving.Select(c => c.Id)],
                    Move = new CardsMove(column.Id, column.Cards[0].Id),
                }
            );
        }

        var cards = (await _board.ReadAsync()).Columns[1].Cards;
        Assert.Equal(["Column 2 card 1", .. titles, "Column 2 card 2", "Column 2 card 3"], cards.Select(c => c.Title));
        Assert.All(cards, c => Assert.InRange(c.Position.Length, 1, CardPosition.MaxLength));
    }

    [Fact]
    public async Task Dates_AreShiftedOnTheWallClock_AndOnlyWhereThereAreAny()
    {
        var due = new DateTime(2026, 11, 27, 9, 30, 0, DateTimeKind.Utc);
        await _board.DoAsync(
            new SetCardDue
            {
                BoardId = _board.Id,
                CardId = _cards[0],
                DueAt = due,
                IsDone = true,
            }
        );

        var result = await _board.DoAsync(Change() with { Due = new DateWish(null, ShiftDays: 7) });

        var now = await _board.ReadAsync();
        Assert.Equal((due.AddDays(7), true), (now.Cards[_cards[0]].DueAt, now.Cards[_cards[0]].IsDueDone));
        Assert.Null(now.Cards[_cards[1]].DueAt);
        await _board.DoAsync(result.Undo!);
        Assert.Equal(due, (await _board.ReadAsync()).Cards[_cards[0]].DueAt);
    }

    [Theory]
    [InlineData(CardShelf.Archive)]
    [InlineData(CardShelf.Trash)]
    public async Task Shelf_TakesThemAll_AndUndoBringsThemBackToTheirPlaces(CardShelf shelf)
    {
        var result = await _board.DoAsync(Change() with { Shelf = shelf });

        Assert.Equal(6, (await _board.ReadAsync()).Cards.Count);
        await _board.DoAsync(result.Undo!);
        Assert.Equal(SnapshotText.OfContent(_before), SnapshotText.OfContent(await _board.ReadAsync()));
    }

    [Fact]
    public async Task Undo_ThatSomebodyBuiltOn_IsRefusedWhole_AndTheCardIsNamed()
    {
        var result = await _board.DoAsync(Change() with { Move = new CardsMove(_before.Columns[2].Id) });
        await _board.DoAsync(
            new MoveCard
            {
                BoardId = _board.Id,
                CardId = _cards[1],
                ToColumnId = _before.Columns[0].Id,
            }
        );
        var before = await DatabaseText.OfAsync(_database);

        var undo = await _database.Commands.HandleAsync(result.Undo!, _board.Owner);

        Assert.Equal(
            new Rejection(RejectionCode.UndoOvertaken, _before.Cards[_cards[1]].Title),
            undo.Rejection! with
            {
                Names = [],
            }
        );
        Assert.Equal(before, await DatabaseText.OfAsync(_database));
    }

    [Fact]
    public async Task CardThatIsGone_RefusesAll()
    {
        await _board.DoAsync(Shelve(_cards[0]));

        var result = await _database.Commands.HandleAsync(Change() with { Due = new DateWish(null) }, _board.Owner);

        Assert.Equal(RejectionCode.CardNotFound, result.Rejection?.Code);
    }

    [Fact]
    public async Task HardLimit_CountsAllThatCome()
    {
        await _board.DoAsync(
            new SetColumnLimit
            {
                BoardId = _board.Id,
                ColumnId = _before.Columns[1].Id,
                Limit = 4,
                IsHard = true,
            }
        );

        var result = await _database.Commands.HandleAsync(
            Change() with
            {
                Move = new CardsMove(_before.Columns[1].Id),
            },
            _board.Owner
        );

        // Two come; the third stands there already.
        Assert.Equal(new Rejection(RejectionCode.WipLimitReached, "Column 2"), result.Rejection);
    }

    [Fact]
    public async Task PeopleWhoAreGivenCards_AreToldOfEach_AndNotAnyMoreWhenTheyAreTaken()
    {
        var bo = await _database.AddUserAsync(_board.WorkspaceId);

        var result = await _board.DoAsync(Change() with { PeopleOn = [bo.PersonId] });

        Assert.Equal(_cards.Order(), (await ToldAsync(bo)).Order());
        await _board.DoAsync(result.Undo!);
        Assert.Empty(await ToldAsync(bo));
    }

    [Fact]
    public async Task ViewersGetOneChangeSet()
    {
        var sets = new List<BoardChangeSet>();
        using var listening = _database.Bus.SubscribeBoard(_board.Id, sets.Add);

        await _board.DoAsync(Change() with { LabelsOn = [.. _before.Labels.Keys], PeopleOn = [_board.Owner.PersonId] });

        Assert.Equal(3, Assert.Single(sets).Events.OfType<CardUpserted>().Count());
    }

    [Fact]
    public async Task Statements_DoNotDependOnHowManyCardsThereAre()
    {
        var few = await CountAsync(2);
        var many = await CountAsync(60);

        Assert.Equal(few, many);
        Assert.InRange(many, 1, 30);
    }

    private async Task<int> CountAsync(int count)
    {
        var bo = await _database.AddUserAsync(_board.WorkspaceId);
        await _board.DoAsync(
            new AddCards
            {
                BoardId = _board.Id,
                ColumnId = _before.Columns[0].Id,
                Titles = [.. Enumerable.Range(1, count).Select(i => $"{count} {i}")],
            }
        );
        var cards = (await _board.ReadAsync()).Columns[0].Cards.TakeLast(count);
        var before = _database.Statements.Reads;
        await _board.DoAsync(
            Change() with
            {
                CardIds = [.. cards.Select(c => c.Id)],
                Move = new CardsMove(_before.Columns[1].Id, _before.Columns[1].Cards[0].Id),
                LabelsOn = [.. _before.Labels.Keys],
                PeopleOn = [bo.PersonId],
                Due = new DateWish(DateTime.UnixEpoch),
            }
        );
        return _database.Statements.Reads - before;
    }

    private async Task<List<Guid>> ToldAsync(Actor person)
    {
        await using var db = _database.CreateDbContext();
        return await db.Notifications.Where(n => n.PersonId == person.PersonId).Select(n => n.CardId).ToListAsync();
    }

    private ChangeCards Change() => new() { BoardId = _board.Id, CardIds = _cards };

    private ShelveCards Shelve(Guid card) =>
        new()
        {
            BoardId = _board.Id,
            CardIds = [card],
            To = CardShelf.Trash,
        };
}
