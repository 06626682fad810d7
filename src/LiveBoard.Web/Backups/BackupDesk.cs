using LiveBoard.Core.Access;
using LiveBoard.Core.Data;

namespace LiveBoard.Web.Backups;

/// <summary>
/// What administrators do with backups. Each deed is asked for and written down by the <see cref="InstanceService"/> first;
/// on whose screen it was confirmed is the caller's to see to. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class BackupDesk(
    InstanceService instance,
    BackupService backups,
    BackupShelf shelf,
    RestorePlan plan,
    DatabaseRestore restore
)
{
    /// <summary>Makes one.</summary>
    /// <exception cref="BackupException">There is none.</exception>
    public async Task<DirectoryRefusal?> MakeAsync(Actor actor)
    {
        var may = await instance.NoteDeedAsync(actor, AuditKind.BackupMade, "");
        if (may.IsDone)
        {
            // Whoever leaves the page meanwhile still wants it.
            await backups.MakeAsync(BackupKind.Manual, CancellationToken.None);
        }

        return may.Refusal;
    }

    /// <summary>The file to be handed out; null when the actor may not have it or there is none.</summary>
    public async Task<string?> OpenAsync(Actor actor, string key)
    {
        if (shelf.Find(key) is not { } backup)
        {
            return null;
        }

        var may = await instance.NoteDeedAsync(actor, AuditKind.BackupDownloaded, backup.FileName);
        return may.IsDone ? shelf.PathOf(backup) : null;
    }

    public async Task<DirectoryRefusal?> DeleteAsync(Actor actor, BackupListing backup)
    {
        var may = await instance.NoteDeedAsync(actor, AuditKind.BackupDeleted, backup.FileName);
        if (may.IsDone)
        {
            shelf.Delete(backup);
            backups.Tell();
        }

        return may.Refusal;
    }

    /// <summary>Has one restored at the next start, after looking whether it can be.</summary>
    /// <exception cref="BackupException">It cannot be.</exception>
    public async Task<DirectoryRefusal?> PlanRestoreAsync(Actor actor, BackupListing backup)
    {
        var may = await instance.NoteDeedAsync(actor, AuditKind.RestorePlanned, backup.FileName);
        if (may.IsDone)
        {
            await Task.Run(() => restore.CheckAsync(shelf.PathOf(backup), CancellationToken.None));
            plan.Write(backup);
            backups.Tell();
        }

        return may.Refusal;
    }

    public async Task<DirectoryRefusal?> CancelRestoreAsync(Actor actor)
    {
        var may = await instance.NoteDeedAsync(actor, AuditKind.RestoreCancelled, "");
        if (may.IsDone)
        {
            plan.Clear();
            backups.Tell();
        }

        return may.Refusal;
    }

    /// <summary>Takes one from outside, after looking whether it could be restored.</summary>
    /// <exception cref="BackupException">It could not be; nothing of it stays.</exception>
    public async Task<DirectoryRefusal?> TakeAsync(Actor actor, Stream content, CancellationToken cancellationToken)
    {
        var next = shelf.Next(BackupKind.Uploaded);
        var may = await instance.NoteDeedAsync(actor, AuditKind.BackupUploaded, next.FileName, cancellationToken);
        if (!may.IsDone)
        {
            return may.Refusal;
        }

        var unfinished = $"{shelf.PathOf(next)}.unfinished";
        try
        {
            await using (var file = PrivateFiles.Create(unfinished))
            {
                await content.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            await restore.CheckAsync(unfinished, cancellationToken);
            File.Move(unfinished, shelf.PathOf(next));
        }
        finally
        {
            File.Delete(unfinished);
        }

        backups.Tell();
        return null;
    }
}
