using LiveBoard.Core.Commands;
using LiveBoard.Core.Data;
using LiveBoard.Migrations.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Commands.Rows;

/// <summary>An import that does not come to its end is none.</summary>
public sealed class InterruptedImportTests
{
    private const int Count = 5000;

    [Fact]
    public async Task KilledWhileItWrites_NothingIsThere_AndTheNextOneIsWhole()
    {
        await using var test = await RowTestBoard.CreateAsync();
        var copy = Directory.CreateTempSubdirectory("liveboard-killed-");
        try
        {
            var left = Path.Combine(copy.FullName, "left.db");
            var stop = new Interruption(() => LeaveBehind(test, left));
            await test.DoAsync(test.Import(await test.MappingAsync(), Rows()) with { Progress = stop });

            Assert.True(stop.HasHappened);
            Assert.Equal((9, 10), await CountAsync(left));
            Assert.Equal(9 + Count, (await test.Board.ReadAsync()).Cards.Count);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task FailedWhileItWrites_NothingIsThere_NobodyIsTold(Provider provider)
    {
        await using var test = await RowTestBoard.CreateAsync(provider);
        var before = await DatabaseText.OfAsync(test.Database);
        var told = 0;
        using var listening = test.Database.Bus.SubscribeBoard(test.Board.Id, _ => told++);
        var stop = new Interruption(() => throw new IOException("The disk is full."));
        var command = test.Import(await test.MappingAsync(), Rows()) with { Progress = stop };

        await Assert.ThrowsAsync<IOException>(() => test.DoAsync(command));

        Assert.Equal(before, await DatabaseText.OfAsync(test.Database));
        Assert.Equal(0, told);
        Assert.Equal(CommandStatus.Done, (await test.DoAsync(command with { Progress = null })).Status);
    }

    private static IEnumerable<string[]> Rows() =>
        Enumerable.Range(0, Count).Select(i => new[] { $"Row {i}", "", "", "", $"{i}", "" });

    /// <summary>What is on the disk at this moment is what a killed process leaves behind.</summary>
    private static void LeaveBehind(RowTestBoard test, string path)
    {
        using var db = test.Database.CreateDbContext();
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        File.Copy(file, path);
        File.Copy(file + "-wal", path + "-wal");
    }

    private static async Task<(int Cards, int NextNumber)> CountAsync(string path)
    {
        var options = new DbContextOptionsBuilder<LiveBoardDbContext>();
        options.UseLiveBoardSqlite($"Data Source={path};Pooling=False");
        await using var db = new LiveBoardDbContext(options.Options);
        var sound = await db
            .Database.SqlQuery<string>($"SELECT integrity_check AS Value FROM pragma_integrity_check")
            .ToListAsync();
        Assert.Equal(["ok"], sound);
        return (await db.Cards.CountAsync(), await db.Boards.Select(b => b.NextCardNumber).SingleAsync());
    }

    private sealed class Interruption(Action act) : IProgress<int>
    {
        public bool HasHappened { get; private set; }

        public void Report(int value)
        {
            if (!HasHappened && value >= Count / 2)
            {
                HasHappened = true;
                act();
            }
        }
    }
}
