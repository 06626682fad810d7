using LiveBoard.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Live;

/// <summary>R-23: a database that is put back to an earlier state under an open board; versions fall, and nobody freezes.</summary>
public sealed class PutBackTests
{
    [Fact]
    public async Task OpenBoard_AfterTheDatabaseWasPutBack_ShowsTheEarlierState_AndFollowsFromThere()
    {
        await using var database = await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        await using var viewer = await Viewer.OpenAsync(database, board.Id, board.Owner);
        var before = await board.ReadAsync();
        await using var kept = new SqliteConnection("Data Source=:memory:");
        await kept.OpenAsync();
        await WithFileAsync(database, file => file.BackupDatabase(kept));
        for (var i = 0; i < 3; i++)
        {
            await board.AddCardAsync();
        }

        var last = await viewer.WaitForAsync(frame => frame.Board.Version == before.Version + 3);
        await WithFileAsync(database, kept.BackupDatabase);

        await database.Live.CheckVersionsAsync();

        var shown = await viewer.WaitForAsync(frame => frame.Number > last.Number);
        Assert.Equal(before.Version, shown.Board.Version);
        Assert.Equal(SnapshotText.Of(before), SnapshotText.Of(shown.Board));
        await board.AddCardAsync();
        var next = await viewer.WaitForAsync(frame => frame.Number > shown.Number);
        Assert.Equal(SnapshotText.Of(await board.ReadAsync()), SnapshotText.Of(next.Board));
    }

    private static async Task WithFileAsync(TestDatabase database, Action<SqliteConnection> use)
    {
        await using var db = database.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        use((SqliteConnection)db.Database.GetDbConnection());
    }
}
