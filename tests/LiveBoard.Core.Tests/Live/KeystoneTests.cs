using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Links;
using LiveBoard.Core.Live;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Live;

/// <summary>What everything else stands on: folding the change sets, reading afresh and every viewer's page are the same board.</summary>
public sealed class KeystoneTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Fold_Read_AndEverySubscriber_Agree(int seed) => RunAsync(seed, postgresServer: null);

    [Theory]
    [InlineData(101)]
    [InlineData(102)]
    public async Task Fold_Read_AndEverySubscriber_Agree_OnPostgreSql(int seed)
    {
        PostgreSql.RequireServer();
        await RunAsync(seed, TestDatabase.PostgresServer);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Fold_Read_AndEverySubscriber_Agree_OnADashboard(int seed) =>
        RunOnDashboardAsync(seed, postgresServer: null);

    [Fact]
    public async Task Fold_Read_AndEverySubscriber_Agree_OnADashboard_OnPostgreSql()
    {
        PostgreSql.RequireServer();
        await RunOnDashboardAsync(seed: 201, TestDatabase.PostgresServer);
    }

    private static async Task RunAsync(int seed, string? postgresServer)
    {
        await using var database = await TestDatabase.CreateAsync(postgresServer: postgresServer);
        var board = await TestBoard.CreateAsync(database);
        var other = await TestBoard.CreateAsync(database, columns: 2, cardsPerColumn: 1);
        var bo = await database.AddUserAsync(board.WorkspaceId);
        await database.JoinAsync(other.WorkspaceId, board.Owner);
        // From the beginning some card waits for another, whatever chance does with them.
        var first = await board.ReadAsync();
        await board.DoAsync(
            new LinkCards
            {
                BoardId = board.Id,
                CardId = first.Columns[0].Cards[0].Id,
                ToCardId = first.Columns[1].Cards[0].Id,
                Kind = CardLinkKind.Blocks,
            }
        );
        var commands = new RandomCommands(seed, [board.Owner.PersonId, bo.PersonId], other.Id);
        await RunAsync(board, bo, async () => commands.Next(await board.ReadAsync(), await other.ReadAsync()));
    }

    private static async Task RunOnDashboardAsync(int seed, string? postgresServer)
    {
        await using var database = await TestDatabase.CreateAsync(postgresServer: postgresServer);
        var board = await TestBoard.CreateAsync(database, columns: 1, cardsPerColumn: 0);
        var dashboard = await board.AddDashboardAsync();
        var bo = await database.AddUserAsync(board.WorkspaceId);
        var commands = new RandomWidgetCommands(seed, [board.Id, Guid.CreateVersion7()]);
        var read = await RunAsync(dashboard, bo, async () => commands.Next(await dashboard.ReadAsync()));
        Assert.True(read.Widgets.Count > 5, $"Only {read.Widgets.Count} widgets: most of it was not tried.");
    }

    private static async Task<BoardSnapshot> RunAsync(TestBoard board, Actor bo, Func<Task<BoardCommand>> next)
    {
        var database = board.Database;
        var folded = await board.ReadAsync();
        using var fold = database.Bus.SubscribeBoard(board.Id, changes => folded = BoardReducer.Apply(folded, changes));
        var viewers = new List<Viewer>();
        for (var i = 0; i < 3; i++)
        {
            viewers.Add(await Viewer.OpenAsync(database, board.Id, i == 0 ? board.Owner : bo));
        }

        var undos = new Queue<BoardCommand>();
        for (var i = 0; i < 180; i++)
        {
            var command = undos.Count > 3 ? undos.Dequeue() : await next();
            var result = await database.Commands.HandleAsync(command, i % 3 == 0 ? bo : board.Owner);
            if (result.Undo is { } undo && i % 5 == 0)
            {
                undos.Enqueue(undo);
            }
        }

        var read = await board.ReadAsync();
        Assert.True(read.Version > 50, $"Only {read.Version} commits: the commands are mostly refused.");
        Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(folded));
        foreach (var viewer in viewers)
        {
            var seen = await viewer.WaitForAsync(frame => frame.Board.Version == read.Version);
            Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(seen.Board));
            await viewer.DisposeAsync();
        }

        return read;
    }
}
