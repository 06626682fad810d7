namespace LiveBoard.Web.Backups;

/// <summary>
/// Which backup is to be restored at the next start: a file beside the backups, because the database is what is going to
/// be replaced. Thread-safe.
/// </summary>
internal sealed class RestorePlan(BackupShelf shelf)
{
    private readonly string _file = Path.Combine(shelf.Directory, "restore-at-start");

    /// <summary>The backup; null when none is to be restored.</summary>
    public BackupListing? Read() => File.Exists(_file) ? shelf.Find(File.ReadAllText(_file)) : null;

    public void Write(BackupListing backup)
    {
        var unfinished = $"{_file}.unfinished";
        File.WriteAllText(unfinished, backup.Key);
        File.Move(unfinished, _file, overwrite: true);
    }

    public void Clear()
    {
        if (Directory.Exists(shelf.Directory))
        {
            File.Delete(_file);
        }
    }
}
