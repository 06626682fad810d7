using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands;

public sealed class ConcurrencyTests
{
    /// <summary>PostgreSQL, where a command takes several round trips, has fewer: the 10,000 take minutes there.</summary>
    [Theory]
    [InlineData(Provider.Sqlite, 200)]
    [InlineData(Provider.PostgreSql, 40)]
    public async Task FiftyWriters_MovingAtRandom_LeaveOneOrder(Provider provider, int moves)
    {
        await using var database = await provider.CreateDatabaseAsync();
        var board = await TestBoard.CreateAsync(database, columns: 10, cardsPerColumn: 50);
        var before = await board.ReadAsync();
        var cards = before.Cards.Keys.ToArray();
        var columns = before.Columns.Select(c => c.Id).ToArray();
        await using var viewer = await Viewer.OpenAsync(database, board.Id, board.Owner);

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(writer => Task.Run(() => MoveAsync(board, moves, new Random(writer), cards, columns)))
        );

        var read = await board.ReadAsync();
        Assert.All(results.SelectMany(r => r), r => Assert.Null(r.Rejection));
        var done = results
            .SelectMany(r => r)
            .Where(r => r.Status == CommandStatus.Done)
            .Select(r => r.Version)
            .ToList();
        Assert.Equal(done.Count, done.Distinct().Count());
        Assert.Equal(before.Version + done.Count, read.Version);
        Assert.Equal(cards.Order(), read.Columns.SelectMany(c => c.Cards).Select(c => c.Id).Order());
        foreach (var column in read.Columns)
        {
            var positions = column.Cards.Select(c => c.Position).ToList();
            Assert.Equal(positions.Distinct().Order(StringComparer.Ordinal), positions);
            Assert.All(positions, p => Assert.True(p.Length <= CardPosition.MaxLength));
        }

        var seen = await viewer.WaitForAsync(frame => frame.Board.Version == read.Version);
        Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(seen.Board));
        await using var db = database.CreateDbContext();
        var rows = await db.BoardChanges.Where(c => c.BoardId == board.Id).Select(c => c.Version).ToListAsync();
        Assert.Equal(Enumerable.Range(1, (int)read.Version).Select(v => (long)v), rows.Order());
    }

    [Fact]
    public async Task FiftyTakingTheLastPlace_NeverPassAHardLimit()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database, columns: 2, cardsPerColumn: 50);
        var before = await board.ReadAsync();
        var target = before.Columns[1].Id;
        await board.DoAsync(
            new SetColumnLimit
            {
                BoardId = board.Id,
                ColumnId = target,
                Limit = 51,
                IsHard = true,
            }
        );

        var results = await Task.WhenAll(
            before
                .Columns[0]
                .Cards.Select(card =>
                    Task.Run(() =>
                        database.Commands.HandleAsync(
                            new MoveCard
                            {
                                BoardId = board.Id,
                                CardId = card.Id,
                                ToColumnId = target,
                            },
                            board.Owner
                        )
                    )
                )
        );

        Assert.Single(results, r => r.Status == CommandStatus.Done);
        Assert.Equal(49, results.Count(r => r.Rejection?.Code == RejectionCode.WipLimitReached));
        Assert.Equal(51, (await board.ReadAsync()).FindColumn(target)!.Cards.Length);
    }

    [Fact]
    public async Task FiftyRepeatsOfOneCommand_HaveOneEffect()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var command = new AddCards
        {
            BoardId = board.Id,
            ColumnId = (await board.ReadAsync()).Columns[0].Id,
            Titles = ["Once"],
        };

        var results = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => database.Commands.HandleAsync(command, board.Owner)))
        );

        Assert.Single(results, r => r.Status == CommandStatus.Done);
        Assert.Equal(49, results.Count(r => r.Status == CommandStatus.Repeated));
        Assert.Single((await board.ReadAsync()).Cards.Values, c => c.Title == "Once");
        var other = await database.Commands.HandleAsync(command with { Titles = ["Other"] }, board.Owner);
        Assert.Equal(RejectionCode.CommandIdReused, other.Rejection?.Code);
    }

    [Fact]
    public async Task TwoRenamingOneCard_TheSecondIsToldWhatStandsThere()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var card = (await board.ReadAsync()).Columns[0].Cards[0];
        var rename = new RenameCard
        {
            BoardId = board.Id,
            CardId = card.Id,
            Title = "First",
            ExpectedTitle = card.Title,
        };
        await board.DoAsync(rename);

        var second = await database.Commands.HandleAsync(
            rename with
            {
                CommandId = Guid.CreateVersion7(),
                Title = "Second",
            },
            board.Owner
        );

        Assert.Equal(new Rejection(RejectionCode.ChangedMeanwhile, "title", "First"), second.Rejection);
    }

    [Fact]
    public async Task CommandOfSomebodyElse_UnderTheSameId_IsNotTakenForARepeat()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var ann = await database.AddUserAsync(board.WorkspaceId);
        var add = new AddCards
        {
            BoardId = board.Id,
            ColumnId = (await board.ReadAsync()).Columns[0].Id,
            Titles = ["Once"],
        };
        await board.DoAsync(add);

        var result = await database.Commands.HandleAsync(add, ann);

        Assert.Equal(RejectionCode.CommandIdReused, result.Rejection?.Code);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task AlwaysBetweenTheSameTwo_KeysStayShort_AndEveryMoveGoesWhereItShould(Provider provider)
    {
        await using var database = await provider.CreateDatabaseAsync();
        var board = await TestBoard.CreateAsync(database, columns: 1, cardsPerColumn: 3);
        var column = (await board.ReadAsync()).Columns[0];
        var (first, second, third) = (column.Cards[0].Id, column.Cards[1].Id, column.Cards[2].Id);
        for (var i = 0; i < 450; i++)
        {
            // Second and third swap places behind the first, again and again: the narrowest gap there is.
            var (moved, other) = i % 2 == 0 ? (third, second) : (second, third);
            await board.DoAsync(
                new MoveCard
                {
                    BoardId = board.Id,
                    CardId = moved,
                    ToColumnId = column.Id,
                    AfterCardId = first,
                }
            );
            // Each time: the next move would hide that new keys have put a card in the wrong place.
            var cards = (await board.ReadAsync()).Columns[0].Cards;
            Assert.Equal([first, moved, other], cards.Select(c => c.Id));
            Assert.All(cards, c => Assert.True(c.Position.Length <= CardPosition.MaxLength, c.Position));
        }
    }

    private static async Task<List<CommandResult>> MoveAsync(
        TestBoard board,
        int moves,
        Random random,
        Guid[] cards,
        Guid[] columns
    )
    {
        var results = new List<CommandResult>();
        for (var i = 0; i < moves; i++)
        {
            var move = new MoveCard
            {
                BoardId = board.Id,
                CardId = cards[random.Next(cards.Length)],
                ToColumnId = columns[random.Next(columns.Length)],
                AfterCardId = cards[random.Next(cards.Length)],
            };
            results.Add(await board.Database.Commands.HandleAsync(move, board.Owner));
        }

        return results;
    }
}
