using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Data;

/// <summary>What reading a board costs: neither kind pays for the other.</summary>
public sealed class BoardReaderTests
{
    [Fact]
    public async Task Dashboard_ReadsItsWidgets_AndNothingOfCards()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var dashboard = await board.AddDashboardAsync();

        // The board, its widgets, and its version once more.
        Assert.Equal(3, await CountAsync(dashboard));
        // The board, columns, labels, cards with three kinds of parts, people, fields, and the version once more.
        Assert.Equal(11, await CountAsync(board));
    }

    private static async Task<int> CountAsync(TestBoard board)
    {
        var before = board.Database.Statements.Count;
        await board.ReadAsync();
        return board.Database.Statements.Count - before;
    }
}
