using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Tests.Exchange;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>
/// The flow of a real board that was imported. The figures were counted from the export by hand: how many of its
/// createCard actions, of cards that are still in it, name each list until the end of each day (no card of it ever moved).
/// </summary>
public sealed class ImportedFlowTests
{
    private const string Everything = "21 12 11 21 5 6 4 8 15 18 4 8 11 10 8 4 2 12 6 11 9";
    private const string UntilMidnightInTokyo = "21 12 11 20 5 5 4 7 14 17 4 8 10 9 6 4 2 10 6 10 8";
    private const string Nothing = "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0";

    [Theory]
    [InlineData("UTC", Nothing, Everything, Everything)]
    [InlineData("Asia/Tokyo", Nothing, UntilMidnightInTokyo, Everything)]
    public async Task CumulativeFlow_OfTheRealBoard_EqualsTheCountByHand(string zone, params string[] days)
    {
        var import = await TrelloText.ImportFileAsync("what-would-tv-be-like.json");
        await using var database = await TestDatabase.CreateAsync();
        var workspaceId = await database.AddWorkspaceAsync();
        var owner = await database.AddUserAsync(workspaceId);
        var boardId = Guid.CreateVersion7();
        var done = await database.Commands.HandleAsync(
            new ImportBoard
            {
                BoardId = boardId,
                WorkspaceId = workspaceId,
                Plan = import.Plan,
            },
            owner
        );
        Assert.True(done.IsDone);
        var board = await database.ReadAsync(boardId);
        var ledger = new FlowLedger(new FlowCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone)));

        await ledger.ApplyAsync(new FlowReader(database).ReadAsync(boardId, 0, board.Version));

        var flow = CumulativeFlow.ByColumn(
            ledger,
            [.. board.Columns.Select(c => c.Id)],
            new DateOnly(2016, 9, 25),
            new DateOnly(2016, 9, 27)
        );
        Assert.Equal(days, flow.Days.Select((_, day) => string.Join(' ', flow.Bands.Select(band => band.Counts[day]))));
    }
}
