using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;

namespace LiveBoard.Web.Tests.Hosting;

public sealed class DatabaseStartupTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("liveboard-start-").FullName;

    private string File => Path.Combine(_root, "App_Data", "liveboard.db");

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public async Task Start_OnAFreshMachine_MakesFolderAndTables()
    {
        await using var services = Services();

        await services.GetRequiredService<DatabaseStartup>().PrepareAsync(Cancellation);

        Assert.True(System.IO.File.Exists(File));
        await using var db = Context(services);
        Assert.Equal(0, await db.Boards.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Start_OnItsOwnDatabase_KeepsItAndMakesNoCopy()
    {
        await PrepareAsync();

        await PrepareAsync();

        Assert.Empty(Backups());
    }

    [Fact]
    public async Task Start_BeforeAnUpgrade_CopiesTheDatabaseAsItWas()
    {
        await using (var services = Services())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            await using var db = Context(services);
            var first = db.Database.GetMigrations().First();
            await db.GetService<IMigrator>().MigrateAsync(first, Cancellation);
            db.People.Add(new Core.Boards.Person { Id = Guid.NewGuid(), Name = "Grace" });
            await db.SaveChangesAsync(Cancellation);
        }

        await PrepareAsync();

        var backup = Assert.Single(Backups());
        Assert.Matches(@"\.backup-\d{8}T\d{6}Z-before-\d{14}_\w+$", backup);
        await using var copy = new SqliteConnection($"Data Source={backup};Mode=ReadOnly");
        await copy.OpenAsync(Cancellation);
        Assert.Equal("ok", await ScalarAsync(copy, "PRAGMA integrity_check"));
        Assert.Equal("Grace", await ScalarAsync(copy, "SELECT Name FROM People"));
        Assert.Equal(1L, await ScalarAsync(copy, "SELECT count(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task Start_OnADatabaseOfANewerProgram_IsRefused()
    {
        await PrepareAsync();
        await using (var connection = new SqliteConnection($"Data Source={File}"))
        {
            await connection.OpenAsync(Cancellation);
            await ScalarAsync(connection, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99')");
        }

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(PrepareAsync);

        Assert.Contains("29990101000000_Future", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Backups());
    }

    [Fact]
    public async Task Start_WhileAnotherProcessHasTheFile_IsRefused()
    {
        await using var first = Services();
        await first.GetRequiredService<DatabaseStartup>().PrepareAsync(Cancellation);

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(PrepareAsync);

        Assert.Contains(File, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_WithPostgreSqlButNoAddress_IsRefused()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("LiveBoard:Database", (string?)"PostgreSql")])
            .Build();

        Assert.Throws<StartRefusedException>(() => StoreSettings.Read(configuration, _root));
    }

    private async Task PrepareAsync()
    {
        await using var services = Services();
        await services.GetRequiredService<DatabaseStartup>().PrepareAsync(Cancellation);
    }

    private ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                KeyValuePair.Create("ConnectionStrings:Sqlite", (string?)"Data Source=App_Data/liveboard.db"),
            ])
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddLiveBoardCore(configuration, new HostingEnvironment { ContentRootPath = _root })
            .BuildServiceProvider();
    }

    private static LiveBoardDbContext Context(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<LiveBoardDbContext>>().CreateDbContext();

    private string[] Backups() => Directory.GetFiles(Path.GetDirectoryName(File)!, "*.backup-*");

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
