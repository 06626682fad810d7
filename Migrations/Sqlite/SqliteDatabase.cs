using LiveBoard.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Migrations.Sqlite;

/// <summary>How LiveBoard uses SQLite.</summary>
public static class SqliteDatabase
{
    /// <summary>Stores in the SQLite file that the connection string names.</summary>
    public static DbContextOptionsBuilder UseLiveBoardSqlite(
        this DbContextOptionsBuilder builder,
        string connectionString
    )
    {
        var settings = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 5 };
        return builder
            .UseSqlite(
                settings.ConnectionString,
                sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name)
            )
            .AddInterceptors(DurableConnectionInterceptor.Instance);
    }

    /// <summary>
    /// Refuses SQLite before 3.51.3: with several connections and a write-ahead log, which is how it is used here,
    /// older ones can corrupt the file when a commit meets a checkpoint (sqlite.org, WAL-reset bug).
    /// </summary>
    /// <exception cref="NotSupportedException">The native library is too old.</exception>
    public static async Task CheckVersionAsync(LiveBoardDbContext db, CancellationToken cancellationToken = default)
    {
        var version = await db
            .Database.SqlQuery<string>($"SELECT sqlite_version() AS Value")
            .SingleAsync(cancellationToken);
        if (Version.Parse(version) < new Version(3, 51, 3))
        {
            throw new NotSupportedException(
                $"The SQLite library is version {version}; LiveBoard needs 3.51.3 or newer to keep data safe."
            );
        }
    }
}
