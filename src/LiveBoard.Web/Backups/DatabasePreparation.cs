using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;

namespace LiveBoard.Web.Backups;

/// <summary>
/// What happens to the database before anything is served: locked, put back to a backup if somebody wants that, brought to
/// this program's schema. Only here, under the lock, is a database ever replaced.
/// </summary>
internal sealed partial class DatabasePreparation(
    DatabaseStartup startup,
    DatabaseRestore restore,
    RestorePlan plan,
    BackupShelf shelf,
    BackupService backups,
    AuditLog audit,
    ILogger<DatabasePreparation> logger
)
{
    /// <summary>For a program that is going to serve. A backup that cannot be restored keeps nobody out.</summary>
    /// <exception cref="StartRefusedException">The database cannot be used safely.</exception>
    public async Task RunAsync()
    {
        startup.TakeLock();
        var planned = plan.Read();
        plan.Clear();
        var isRestored = planned is not null && await TryRestoreAsync(planned);
        await startup.PrepareAsync();
        if (isRestored)
        {
            await audit.NoteAsync(AuditKind.Restored, actorId: null, details: planned!.FileName);
        }
    }

    /// <summary>For the command line.</summary>
    /// <returns>The backup that the state of before is kept in, if there was one that could be read.</returns>
    /// <exception cref="StartRefusedException">The instance is running.</exception>
    /// <exception cref="BackupException">The backup cannot be restored; nothing has changed.</exception>
    public async Task<BackupListing?> RestoreAsync(string file)
    {
        startup.TakeLock();
        var before = await restore.RunAsync(file, CancellationToken.None);
        plan.Clear();
        await startup.PrepareAsync();
        await audit.NoteAsync(AuditKind.Restored, actorId: null, details: Path.GetFileName(file));
        return before;
    }

    private async Task<bool> TryRestoreAsync(BackupListing planned)
    {
        try
        {
            await restore.RunAsync(shelf.PathOf(planned), CancellationToken.None);
            LogRestored(planned.FileName);
            return true;
        }
        catch (BackupException failure)
        {
            backups.NoteFailure(failure);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The instance was put back to backup {Backup}. Everybody signs in anew.")]
    private partial void LogRestored(string backup);
}
