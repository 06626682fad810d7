using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Core.Tests.Live;

public sealed class LiveBoardTests
{
    [Fact]
    public async Task SlowViewer_GetsOnlyTheNewest_AndNobodyWaitsForThem()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        await using var slow = await Viewer.OpenAsync(database, board.Id, board.Owner);
        await using var quick = await Viewer.OpenAsync(database, board.Id, board.Owner);
        var painting = new TaskCompletionSource();
        slow.Painting = () => painting.Task;

        var first = (await board.AddCardAsync()).Version;
        await slow.WaitForAsync(frame => frame.Board.Version == first);
        for (var i = 0; i < 20; i++)
        {
            await board.AddCardAsync();
        }

        var last = (await board.ReadAsync()).Version;
        await quick.WaitForAsync(frame => frame.Board.Version == last);
        painting.SetResult();
        await slow.WaitForAsync(frame => frame.Board.Version == last);
        Assert.True(slow.Updates.Count <= 4, $"The slow viewer painted {slow.Updates.Count} times.");
    }

    [Fact]
    public async Task SubscribingWhileOthersWrite_MissesNothing_AndGoesForwardOnly()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 60; i++)
            {
                await board.AddCardAsync();
            }
        });
        var viewers = new List<Viewer>();
        while (!writing.IsCompleted && viewers.Count < 40)
        {
            viewers.Add(await Viewer.OpenAsync(database, board.Id, board.Owner));
        }

        await writing;
        var read = await board.ReadAsync();
        foreach (var viewer in viewers)
        {
            var seen = await viewer.WaitForAsync(frame => frame.Board.Version == read.Version);
            Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(seen.Board));
            var versions = viewer.Updates.Select(u => u.Frame!.Board.Version).ToList();
            Assert.Equal(versions.Order(), versions);
            await viewer.DisposeAsync();
        }
    }

    [Fact]
    public async Task LostPublish_IsFoundInTheDatabase_AndPaintsOnlyWhatChanged()
    {
        var bus = new LeakyBus();
        await using var database = await TestDatabase.CreateAsync(bus);
        var board = await TestBoard.CreateAsync(database);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, board.Owner);
        var before = viewer.Subscription.First.Board;

        bus.IsLosing = true;
        await board.AddCardAsync();
        await board.AddCardAsync();
        bus.IsLosing = false;
        await database.Live.CheckVersionsAsync();

        var read = await board.ReadAsync();
        var seen = await viewer.WaitForAsync(frame => frame.Board.Version == read.Version);
        Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(seen.Board));
        Assert.Same(before.Columns[1], seen.Board.Columns[1]);
        Assert.Same(before.Columns[0].Cards[0], seen.Board.Columns[0].Cards[0]);
    }

    [Fact]
    public async Task GapOnTheBus_IsReadFromTheDatabase()
    {
        var bus = new LeakyBus();
        await using var database = await TestDatabase.CreateAsync(bus);
        var board = await TestBoard.CreateAsync(database);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, board.Owner);

        bus.IsLosing = true;
        await board.AddCardAsync();
        bus.IsLosing = false;
        await board.AddCardAsync();

        var read = await board.ReadAsync();
        var seen = await viewer.WaitForAsync(frame => frame.Board.Version == read.Version);
        Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(seen.Board));
    }

    [Fact]
    public async Task RepeatedAndLateChangeSets_AreDropped()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var seen = new List<LiveBoard.Core.Events.BoardChangeSet>();
        using var listening = database.Bus.SubscribeBoard(board.Id, seen.Add);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, board.Owner);
        await board.AddCardAsync();
        await board.AddCardAsync();

        database.Bus.Publish(seen[0]);
        database.Bus.Publish(seen[1]);
        var last = (await board.AddCardAsync()).Version;

        var frame = await viewer.WaitForAsync(f => f.Board.Version == last);
        Assert.Equal(SnapshotText.Of(await board.ReadAsync()), SnapshotText.Of(frame.Board));
    }

    [Fact]
    public async Task LosingTheRight_EndsTheView_AndNothingMoreIsHandedOver()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var bo = await database.AddUserAsync(board.WorkspaceId);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, bo);

        await board.CloseToWorkspaceAsync();
        await board.AddCardAsync();

        await viewer.WaitForUpdateAsync(update => update.Frame is null);
        await board.AddCardAsync();
        Assert.Null(await database.Live.SubscribeAsync(board.Id, bo, _ => Task.CompletedTask));
        Assert.Null(await database.Live.PeekAsync(board.Id, bo));
        Assert.All(
            viewer.Updates,
            update =>
                Assert.True(update.Frame is null || update.Frame.Board.Header.Visibility == BoardVisibility.Workspace)
        );
    }

    [Fact]
    public async Task AnotherRole_IsHandedOver()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var bo = await database.AddUserAsync(board.WorkspaceId);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, bo);
        Assert.Equal(BoardRole.Editor, viewer.Subscription.Role);

        await board.DoAsync(
            new SetBoardAccess
            {
                BoardId = board.Id,
                Visibility = BoardVisibility.Workspace,
                WorkspaceRole = BoardRole.Viewer,
            }
        );

        await viewer.WaitForUpdateAsync(update => update.Role == BoardRole.Viewer);
    }

    [Fact]
    public async Task HundredOpenedAndClosed_LeaveNothingBehind()
    {
        var time = new FakeTimeProvider();
        await using var database = await TestDatabase.CreateAsync(time: time);
        var board = await TestBoard.CreateAsync(database);
        var presence = new BoardPresence(time, NullLogger<BoardPresence>.Instance);
        for (var i = 0; i < 100; i++)
        {
            await using var subscription = await database.Live.SubscribeAsync(
                board.Id,
                board.Owner,
                _ => Task.CompletedTask
            );
            await using var visit = presence.Enter(board.Id, subscription!.Viewer!, _ => Task.CompletedTask);
        }

        Assert.Equal(0, database.Live.SubscriptionCount);
        time.Advance(LiveBoardRegistry.Linger);
        Assert.Equal(0, database.Live.OpenBoardCount);
        Assert.Equal(0, database.Inner.BoardListenerCount);
        Assert.Equal(0, database.Inner.DirectoryListenerCount);
        Assert.Equal(0, presence.RoomCount);
    }

    [Fact]
    public async Task StatementsPerCommand_AreTheSameForOneViewerAndForFifty()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database, columns: 4, cardsPerColumn: 20);
        await using var first = await Viewer.OpenAsync(database, board.Id, board.Owner);
        var forOne = await CountAsync();
        for (var i = 0; i < 50; i++)
        {
            await Viewer.OpenAsync(database, board.Id, board.Owner);
        }

        Assert.Equal(forOne, await CountAsync());

        async Task<int> CountAsync()
        {
            var version = (await board.AddCardAsync()).Version;
            await first.WaitForAsync(frame => frame.Board.Version == version);
            var before = database.Statements.Count;
            version = (await board.AddCardAsync()).Version;
            await first.WaitForAsync(frame => frame.Board.Version == version);
            return database.Statements.Count - before;
        }
    }
}
