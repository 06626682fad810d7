using LiveBoard.Core.Data;
using LiveBoard.Migrations.Sqlite;
using LiveBoard.Web.Files;
using LiveBoard.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Backups;

/// <summary>
/// Puts the instance back to a backup. Everything is checked before anything is changed; attached files come first, under
/// names that only the backup's rows speak of; then the database takes the old one's place in one step. Whoever stops it
/// at any point has either the old state or the new one.
/// </summary>
internal sealed partial class DatabaseRestore(
    StoreSettings store,
    FileStore files,
    BackupWriter writer,
    BackupShelf shelf,
    IDbContextFactory<LiveBoardDbContext> contexts,
    ILogger<DatabaseRestore> logger
)
{
    /// <summary>Looks whether a backup could be restored; changes nothing.</summary>
    /// <exception cref="BackupException">It could not.</exception>
    public async Task<BackupManifest> CheckAsync(string backup, CancellationToken cancellationToken)
    {
        var copy = $"{RequireDatabase()}.checking-{Guid.NewGuid():N}";
        try
        {
            return await CheckAsync(backup, copy, cancellationToken);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>Restores it. The caller holds the database's lock, and nobody has the database open.</summary>
    /// <returns>The backup that the state of before is kept in; null when there was none, or it could not be read.</returns>
    /// <exception cref="BackupException">It could not be; the state is the one of before.</exception>
    public async Task<BackupListing?> RunAsync(string backup, CancellationToken cancellationToken)
    {
        var database = RequireDatabase();
        var staged = $"{database}.restoring";
        try
        {
            await CheckAsync(backup, staged, cancellationToken);
            SqliteInspection.EndWaysIn(staged);
            var before = File.Exists(database) ? await KeepAsync(database, cancellationToken) : null;
            using (var archive = BackupArchive.Open(backup))
            {
                await BringFilesAsync(archive, cancellationToken);
            }

            // Nothing of the old log may be left: SQLite would take it for the new database's.
            File.Delete($"{database}-wal");
            File.Delete($"{database}-shm");
            File.Move(staged, database, overwrite: true);
            return before;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new BackupException(BackupFault.System, error.Message, error);
        }
        finally
        {
            File.Delete(staged);
        }
    }

    private string RequireDatabase() => store.File ?? throw new BackupException(BackupFault.NotSupported);

    private async Task<BackupManifest> CheckAsync(string backup, string copy, CancellationToken cancellationToken)
    {
        if (!File.Exists(backup))
        {
            throw new BackupException(BackupFault.NotThere, backup);
        }

        using var archive = BackupArchive.Open(backup);
        var manifest = archive.Manifest;
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        DiskRoom.Require(copy, manifest.TotalSize());
        await archive.VerifyAsync(cancellationToken);
        await archive.ExtractAsync(
            manifest.Parts.First(p => p.Name == BackupManifest.DatabaseName),
            copy,
            cancellationToken
        );
        var facts = Read(copy);
        if (facts.Damage is { } damage)
        {
            throw new BackupException(BackupFault.DatabaseDamaged, damage);
        }

        if (
            facts.LastMigration != manifest.Migration
            || facts.Counts.Any(c => manifest.Counts.GetValueOrDefault(c.Key) != c.Value)
        )
        {
            throw new BackupException(BackupFault.PartDamaged, BackupManifest.FileName);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return
            facts.Migrations.Except(db.Database.GetMigrations(), StringComparer.Ordinal).LastOrDefault() is { } unknown
            ? throw new BackupException(BackupFault.Newer, unknown)
            : manifest;
    }

    private static SqliteFacts Read(string file)
    {
        try
        {
            return SqliteInspection.Read(file);
        }
        catch (SqliteException wrong)
        {
            throw new BackupException(BackupFault.DatabaseDamaged, wrong.Message, wrong);
        }
    }

    /// <summary>
    /// Keeps the state of before as a backup like any other. A database that cannot be read any more may be the very
    /// reason for restoring; then its files are kept as they are.
    /// </summary>
    private async Task<BackupListing?> KeepAsync(string database, CancellationToken cancellationToken)
    {
        var kept = shelf.Next(BackupKind.BeforeRestore);
        try
        {
            SqliteInspection.FoldLog(database);
            await writer.WriteAsync(shelf.PathOf(kept), SqliteInspection.Read(database).Migrations, cancellationToken);
            return kept;
        }
        catch (Exception error) when (error is SqliteException or BackupException { Fault: not BackupFault.NoRoom })
        {
            var aside = $"{database}.before-restore-{kept.Key}";
            foreach (var end in (string[])["", "-wal", "-shm"])
            {
                if (File.Exists(database + end))
                {
                    File.Copy(database + end, aside + end);
                }
            }

            LogKeptAside(error, aside);
            return null;
        }
    }

    private async Task BringFilesAsync(BackupArchive archive, CancellationToken cancellationToken)
    {
        foreach (var part in archive.Manifest.Parts)
        {
            if (BackupManifest.FileOf(part) is not var (id, isPreview))
            {
                continue;
            }

            var path = isPreview ? files.PreviewPathOf(id) : files.PathOf(id);
            if (!await IsThereAsync(path, part, cancellationToken))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await archive.ExtractAsync(part, path, cancellationToken);
            }
        }
    }

    /// <summary>A file is never changed under its name, but a disk may have damaged it.</summary>
    private static async Task<bool> IsThereAsync(string path, BackupPart part, CancellationToken cancellationToken)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != part.Size)
        {
            return false;
        }

        await using var file = File.OpenRead(path);
        var (_, sha256) = await HashingCopy.RunAsync(file, Stream.Null, part.Size, cancellationToken);
        return sha256.Equals(part.Sha256, StringComparison.OrdinalIgnoreCase);
    }

    [LoggerMessage(
        LogLevel.Warning,
        "The database that is being replaced cannot be read; its files are kept as {Files}."
    )]
    private partial void LogKeptAside(Exception error, string files);
}
