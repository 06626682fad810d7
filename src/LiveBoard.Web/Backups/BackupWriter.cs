using System.IO.Compression;
using LiveBoard.Migrations.Sqlite;
using LiveBoard.Web.Files;
using LiveBoard.Web.Hosting;

namespace LiveBoard.Web.Backups;

/// <summary>
/// Writes a backup while everybody goes on writing: first the database by SQLite's online backup, then the attached files
/// that its rows speak of. Those are never changed under their names, and deleted only long after their rows are, so the
/// copy's files are there. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class BackupWriter(StoreSettings store, FileStore files, AppVersion version, TimeProvider time)
{
    /// <summary>Writes one, checks it, and only then gives it its name.</summary>
    /// <param name="target">Its path.</param>
    /// <param name="known">The migrations of this program.</param>
    /// <param name="cancellationToken">Ends it; nothing stays.</param>
    /// <exception cref="BackupException">There is none; nothing stays.</exception>
    public async Task<BackupManifest> WriteAsync(
        string target,
        IReadOnlyList<string> known,
        CancellationToken cancellationToken
    )
    {
        var database = store.File ?? throw new BackupException(BackupFault.NotSupported);
        var unfinished = $"{target}.unfinished";
        var copy = $"{unfinished}.db";
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(target)!);
            DiskRoom.Require(target, new FileInfo(database).Length * 2);
            File.Delete(unfinished);
            File.Delete(copy);
            SqliteBackup.Write(store.ConnectionString, copy);
            var facts = SqliteInspection.Read(copy);
            if (facts.Damage is { } damage)
            {
                throw new BackupException(BackupFault.DatabaseDamaged, damage);
            }

            if (!facts.Migrations.SequenceEqual(known, StringComparer.Ordinal))
            {
                throw new BackupException(BackupFault.OtherVersion, facts.LastMigration);
            }

            var manifest = await PackAsync(unfinished, copy, facts, cancellationToken);
            using (var archive = BackupArchive.Open(unfinished))
            {
                await archive.VerifyAsync(cancellationToken);
            }

            File.Move(unfinished, target);
            return manifest;
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete(copy);
        }
    }

    private async Task<BackupManifest> PackAsync(
        string target,
        string database,
        SqliteFacts facts,
        CancellationToken cancellationToken
    )
    {
        List<BackupPart> parts = [];
        List<Guid> missing = [];
        var attached = SqliteInspection.ReadAttachedFiles(database);
        DiskRoom.Require(target, attached.Sum(a => SizeOf(files.PathOf(a.File))) + new FileInfo(database).Length);
        BackupManifest manifest;
        await using var file = PrivateFiles.Create(target);
        await using (
            var zip = await ZipArchive.CreateAsync(
                file,
                ZipArchiveMode.Create,
                leaveOpen: true,
                null,
                cancellationToken
            )
        )
        {
            parts.Add(await AddAsync(zip, BackupManifest.DatabaseName, database, cancellationToken));
            foreach (var (id, isOnCard) in attached)
            {
                if (File.Exists(files.PathOf(id)))
                {
                    parts.Add(await AddAsync(zip, BackupManifest.NameOf(id), files.PathOf(id), cancellationToken));
                    if (File.Exists(files.PreviewPathOf(id)))
                    {
                        var preview = files.PreviewPathOf(id);
                        parts.Add(await AddAsync(zip, BackupManifest.PreviewNameOf(id), preview, cancellationToken));
                    }
                }
                else if (isOnCard)
                {
                    missing.Add(id);
                }
            }

            manifest = new BackupManifest
            {
                Version = version.Text,
                MadeAt = time.GetUtcNow().UtcDateTime,
                Migration = facts.LastMigration!,
                Counts = facts.Counts,
                MissingFiles = missing,
                Parts = parts,
            };
            await using var content = await zip.CreateEntry(BackupManifest.FileName).OpenAsync(cancellationToken);
            await content.WriteAsync(manifest.Write(), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return manifest;
    }

    /// <summary>Databases shrink to a third; what people attach is mostly packed already.</summary>
    private static async Task<BackupPart> AddAsync(
        ZipArchive zip,
        string name,
        string path,
        CancellationToken cancellationToken
    )
    {
        var level = name == BackupManifest.DatabaseName ? CompressionLevel.Fastest : CompressionLevel.NoCompression;
        var entry = zip.CreateEntry(name, level);
        await using var from = File.OpenRead(path);
        await using var to = await entry.OpenAsync(cancellationToken);
        var (size, sha256) = await HashingCopy.RunAsync(from, to, long.MaxValue, cancellationToken);
        return new BackupPart(name, size, sha256);
    }

    private static long SizeOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;
}
