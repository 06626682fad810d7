using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveBoard.Core.Tests.Live;

/// <summary>What was committed and never told, because the process died in between, is found in the database.</summary>
public sealed class CrashTests
{
    private const int Crashes = 200;

    [Fact]
    public async Task CommittedAndNotTold_TwoHundredTimes_IsCaughtUpWith()
    {
        var bus = new LeakyBus();
        await using var database = await TestDatabase.CreateAsync(bus);
        var board = await TestBoard.CreateAsync(database);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, board.Owner);
        var commands = new RandomCommands(seed: 4, [board.Owner.PersonId]);
        var random = new Random(4);
        for (var crash = 0; crash < Crashes; crash++)
        {
            bus.IsLosing = true;
            await LoseAsync(board, commands, commits: random.Next(1, 4));
            bus.IsLosing = false;

            await RecoverAsync(board, (Recovery)(crash % 3));

            var read = await board.ReadAsync();
            var seen = await viewer.WaitForAsync(frame => frame.Board.Version == read.Version);
            Assert.Equal(SnapshotText.Of(read), SnapshotText.Of(seen.Board));
        }

        var versions = viewer.Updates.Select(u => u.Frame!.Board.Version).ToList();
        Assert.Equal(versions.Distinct().Order(), versions);
    }

    /// <summary>How the loss comes to light.</summary>
    private enum Recovery
    {
        /// <summary>The host looks at the versions.</summary>
        Check,

        /// <summary>The next change set does not follow on what is shown.</summary>
        Gap,

        /// <summary>The server starts again and a browser comes back to it.</summary>
        Restart,
    }

    private static async Task LoseAsync(TestBoard board, RandomCommands commands, int commits)
    {
        var before = await board.ReadAsync();
        for (var now = before; now.Version < before.Version + commits; now = await board.ReadAsync())
        {
            await board.Database.Commands.HandleAsync(commands.Next(now), board.Owner);
        }
    }

    private static async Task RecoverAsync(TestBoard board, Recovery recovery)
    {
        var database = board.Database;
        switch (recovery)
        {
            case Recovery.Check:
                await database.Live.CheckVersionsAsync();
                break;
            case Recovery.Gap:
                await board.AddCardAsync();
                break;
            default:
                await using (
                    var restarted = new LiveBoardRegistry(
                        database,
                        database.Reader,
                        database.Access,
                        database.Guests,
                        database.Bus,
                        database.Time,
                        NullLogger<LiveBoardRegistry>.Instance
                    )
                )
                {
                    await using var back = await restarted.SubscribeAsync(
                        board.Id,
                        board.Owner,
                        _ => Task.CompletedTask
                    );
                    Assert.Equal(SnapshotText.Of(await board.ReadAsync()), SnapshotText.Of(back!.First.Board));
                }

                // Whoever stayed hears of it by the next look.
                await database.Live.CheckVersionsAsync();
                break;
        }
    }
}
