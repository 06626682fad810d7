using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Boards;

/// <summary>What a change and one more viewer ask of the database, whatever the board's size and however many look.</summary>
public sealed class StatementTests
{
    [Fact]
    public async Task LargeBoard_CostsAsManyStatementsAsASmallOne() =>
        Assert.Equal(
            await CostsAsync(cardsPerColumn: 5, viewers: 1),
            await CostsAsync(cardsPerColumn: 125, viewers: 1)
        );

    [Fact]
    public async Task ManyViewers_CostAsManyStatementsAsOne() =>
        Assert.Equal(await CostsAsync(cardsPerColumn: 5, viewers: 1), await CostsAsync(cardsPerColumn: 5, viewers: 30));

    private static async Task<Costs> CostsAsync(int cardsPerColumn, int viewers)
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database, columns: 4, cardsPerColumn);
        var before = database.Statements.Count;
        var open = new List<Viewer> { await Viewer.OpenAsync(database, board.Id, board.Owner) };
        var first = database.Statements.Count - before;
        for (var i = 1; i < viewers; i++)
        {
            open.Add(await Viewer.OpenAsync(database, board.Id, board.Owner));
        }

        before = database.Statements.Count;
        open.Add(await Viewer.OpenAsync(database, board.Id, board.Owner));
        var another = database.Statements.Count - before;
        var columns = (await board.ReadAsync()).Columns;
        var rename = await CostAsync(
            new RenameCard
            {
                BoardId = board.Id,
                CardId = columns[0].Cards[0].Id,
                Title = "Renamed",
            }
        );
        var move = await CostAsync(
            new MoveCard
            {
                BoardId = board.Id,
                CardId = columns[0].Cards[0].Id,
                ToColumnId = columns[1].Id,
                BeforeCardId = columns[1].Cards[0].Id,
            }
        );
        foreach (var viewer in open)
        {
            await viewer.DisposeAsync();
        }

        return new Costs(first, another, rename, move);

        async Task<int> CostAsync(BoardCommand command)
        {
            var start = database.Statements.Count;
            var version = (await board.DoAsync(command)).Version;
            await Task.WhenAll(open.Select(v => v.WaitForAsync(f => f.Board.Version >= version)));
            return database.Statements.Count - start;
        }
    }

    private sealed record Costs(int FirstViewer, int AnotherViewer, int Rename, int Move);
}
