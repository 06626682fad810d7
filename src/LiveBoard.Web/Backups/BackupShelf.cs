namespace LiveBoard.Web.Backups;

/// <summary>
/// The folder with the backups that are kept. Nothing serves from it, and no path in it ever comes from outside: what is
/// asked for is looked up in the list. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class BackupShelf(string directory, TimeProvider time)
{
    public string Directory => directory;

    /// <summary>All of them, the newest first.</summary>
    public IReadOnlyList<BackupListing> List() =>
        System.IO.Directory.Exists(directory)
            ?
            [
                .. new DirectoryInfo(directory)
                    .EnumerateFiles("liveboard-*.zip")
                    .Select(BackupListing.Of)
                    .OfType<BackupListing>()
                    .OrderByDescending(b => b.At),
            ]
            : [];

    /// <summary>The one with this key; null when there is none.</summary>
    public BackupListing? Find(string? key) => List().FirstOrDefault(b => b.Key == key);

    public string PathOf(BackupListing backup) => Path.Combine(directory, backup.FileName);

    /// <summary>A place for a new one.</summary>
    public BackupListing Next(BackupKind kind)
    {
        PrivateFiles.MakeFolder(directory);
        var now = time.GetUtcNow().UtcDateTime;
        var at = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        while (File.Exists(PathOf(new BackupListing(at, kind, 0))))
        {
            at = at.AddMilliseconds(1);
        }

        return new BackupListing(at, kind, 0);
    }

    public void Delete(BackupListing backup) => File.Delete(PathOf(backup));

    /// <summary>Deletes daily ones until so many are left, the oldest first.</summary>
    public void Prune(int kept)
    {
        foreach (var old in List().Where(b => b.Kind == BackupKind.Daily).Skip(kept))
        {
            Delete(old);
        }
    }
}
