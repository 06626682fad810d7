using LiveBoard.Core.Data;
using LiveBoard.Migrations.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Brings the database to this program's schema before anything is served: locked, checked, copied, migrated.
/// Holds the lock as long as the application lives.
/// </summary>
internal sealed partial class DatabaseStartup(
    StoreSettings store,
    IDbContextFactory<LiveBoardDbContext> contexts,
    TimeProvider time,
    ILogger<DatabaseStartup> logger
) : IDisposable
{
    private DatabaseLock? _lock;

    /// <summary>True when no other program can change the database under this one, as far as that can be seen to.</summary>
    public bool IsLockHeld => store.File is null || _lock is not null;

    /// <summary>Keeps other programs off the database.</summary>
    /// <exception cref="StartRefusedException">Another one is running on it.</exception>
    public void TakeLock()
    {
        if (_lock is null && store.File is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            _lock = DatabaseLock.Take(file);
        }
    }

    /// <exception cref="StartRefusedException">The database cannot be used safely.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        TakeLock();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!store.IsPostgreSql)
        {
            await CheckSqliteAsync(db, cancellationToken);
        }

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).LastOrDefault() is { } unknown)
        {
            throw new StartRefusedException(
                $"The database is newer than this LiveBoard (it has {unknown}). Use the newer program, or a backup made before the upgrade."
            );
        }

        if (applied.Count > 0 && known.Except(applied).FirstOrDefault() is { } next && store.File is { } existing)
        {
            CopyBeforeUpgrade(existing, next);
        }

        // Nodes that start together on one PostgreSQL database queue up on EF Core's own migration lock.
        await db.Database.MigrateAsync(cancellationToken);
    }

    public void Dispose() => _lock?.Dispose();

    private static async Task CheckSqliteAsync(LiveBoardDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await SqliteDatabase.CheckVersionAsync(db, cancellationToken);
        }
        catch (NotSupportedException tooOld)
        {
            throw new StartRefusedException(tooOld.Message, tooOld);
        }
    }

    private void CopyBeforeUpgrade(string file, string nextMigration)
    {
        var copy = $"{file}.backup-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-before-{nextMigration}";
        SqliteBackup.Write(store.ConnectionString, copy);
        LogCopied(copy);
    }

    [LoggerMessage(LogLevel.Information, "The database is being upgraded. A copy of it as it was is in {Copy}.")]
    private partial void LogCopied(string copy);
}
