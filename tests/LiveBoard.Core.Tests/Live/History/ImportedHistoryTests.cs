using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Tests.Exchange;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Live.History;

/// <summary>
/// The past of a real board that was imported. Counted from the export by hand, as for the flow (ImportedFlowTests): how
/// many of its createCard actions, of cards that are still in it, name each list until the end of each day.
/// </summary>
public sealed class ImportedHistoryTests
{
    [Theory]
    [InlineData("2016-09-26T00:00:00Z", "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0")]
    [InlineData("2016-09-26T15:00:00Z", "21 12 11 20 5 5 4 7 14 17 4 8 10 9 6 4 2 10 6 10 8")]
    [InlineData("2016-09-27T00:00:00Z", "21 12 11 21 5 6 4 8 15 18 4 8 11 10 8 4 2 12 6 11 9")]
    public async Task RealBoard_AtTheEndOfADay_HasTheCardsThatWereCountedByHand(string end, string counts)
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
        var history = await HistoryScene.ReadAsync(database, boardId);
        var lastTick = DateTimeOffset.Parse(end, null).UtcDateTime.AddTicks(-1);

        var past = history.At(history.MomentAt(lastTick)).Board;

        Assert.Equal(
            counts,
            string.Join(' ', history.Now.Columns.Select(c => past.FindColumn(c.Id)?.Cards.Length ?? 0))
        );
        Assert.Equal(
            history.Now.Columns.Sum(c => c.Cards.Length),
            history.At(history.Last).Board.Columns.Sum(c => c.Cards.Length)
        );
    }
}
