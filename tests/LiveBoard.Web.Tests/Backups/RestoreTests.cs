using System.IO.Compression;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Backups;

public sealed class RestoreTests
{
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task PlannedRestore_AtTheNextStart_PutsEverythingBack_KeepsTheStateBefore_AndSignsEverybodyOut()
    {
        await using var app = await BackupApp.StartAsync();
        var before = await app.AddCardAsync("Before");
        using var browser = await app.App.CreateBrowserAsync(app.App.Administrator);
        await app.AttachAsync(browser, "pier.txt", "A pier."u8.ToArray());
        before = await app.ReadAsync();
        var backup = await app.Backups.MakeAsync(BackupKind.Manual, Stop);
        var after = await app.AddCardAsync("After");
        await app.App.Services.GetRequiredService<BackupDesk>().PlanRestoreAsync(app.App.Administrator.Actor, backup);
        var file = Assert.Single(Directory.GetFiles(app.Files.Directory, "*", SearchOption.AllDirectories));
        app.App.IsDirectoryKept = true;
        await app.App.DisposeAsync();
        File.Delete(file);

        await using var restarted = new BackupApp { App = new LiveBoardApp { Directory = app.App.Directory } };

        Assert.Equal(SnapshotText.Of(before), SnapshotText.Of((await restarted.ReadAsync(app.BoardId))!));
        Assert.Equal("A pier.", await File.ReadAllTextAsync(file, Stop));
        await using (var db = restarted.App.CreateDbContext())
        {
            Assert.Equal(0, await db.SignInSessions.CountAsync(Stop));
            Assert.True(
                await db.AuditEntries.AnyAsync(e => e.Kind == AuditKind.Restored && e.Details == backup.FileName, Stop)
            );
        }

        Assert.Null(restarted.App.Services.GetRequiredService<RestorePlan>().Read());
        var kept = restarted.Shelf.List().Single(b => b.Kind == BackupKind.BeforeRestore);
        await using var earlier = restarted.RestoreElsewhere(restarted.Shelf.PathOf(kept));
        Assert.Equal(SnapshotText.Of(after), SnapshotText.Of((await earlier.ReadAsync(app.BoardId))!));
    }

    [Fact]
    public async Task PlannedRestore_OfABackupThatWasDamagedMeanwhile_KeepsTheState_AndSaysSo()
    {
        await using var app = await BackupApp.StartAsync();
        var now = await app.AddCardAsync("Now");
        var backup = await app.Backups.MakeAsync(BackupKind.Manual, Stop);
        await app.App.Services.GetRequiredService<BackupDesk>().PlanRestoreAsync(app.App.Administrator.Actor, backup);
        await using (var damage = new FileStream(app.Shelf.PathOf(backup), FileMode.Open))
        {
            damage.SetLength(damage.Length / 2);
        }

        app.App.IsDirectoryKept = true;
        await app.App.DisposeAsync();
        await using var restarted = new BackupApp { App = new LiveBoardApp { Directory = app.App.Directory } };

        Assert.Equal(SnapshotText.Of(now), SnapshotText.Of((await restarted.ReadAsync(app.BoardId))!));
        Assert.Contains("no backup", restarted.Backups.LastFailure!.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(app.App.Directory, "*.restoring*"));
    }

    [Fact]
    public async Task DatabaseThatCannotBeRead_IsPutAside_AndReplaced()
    {
        await using var app = await BackupApp.StartAsync();
        var before = await app.AddCardAsync("Before");
        var backup = await app.Backups.MakeAsync(BackupKind.Manual, Stop);
        new RestorePlan(app.Shelf).Write(backup);
        app.App.IsDirectoryKept = true;
        await app.App.DisposeAsync();
        await File.WriteAllTextAsync(app.App.DatabaseFile, "no database any more", Stop);

        await using var restarted = new BackupApp { App = new LiveBoardApp { Directory = app.App.Directory } };

        Assert.Equal(SnapshotText.Of(before), SnapshotText.Of((await restarted.ReadAsync(app.BoardId))!));
        var aside = Assert.Single(Directory.GetFiles(app.App.Directory, "*.before-restore-*"));
        Assert.Equal("no database any more", await File.ReadAllTextAsync(aside, Stop));
    }

    [Fact]
    public async Task BackupOfANewerProgram_IsRefused()
    {
        await using var app = await BackupApp.StartAsync();
        var backup = await app.BackUpAsync();
        var unpacked = Directory.CreateTempSubdirectory("liveboard-newer-").FullName;
        await ZipFile.ExtractToDirectoryAsync(backup, unpacked, Stop);
        var restore = app.App.Services.GetRequiredService<DatabaseRestore>();

        await TamperedBackup.AddMigrationAsync(unpacked, "29990101000000_Future");
        var packed = TamperedBackup.Pack(unpacked);

        var refused = await Assert.ThrowsAsync<BackupException>(() => restore.CheckAsync(packed, Stop));
        Assert.Equal(BackupFault.Newer, refused.Fault);
        Assert.Contains("29990101000000_Future", refused.Message, StringComparison.Ordinal);
        Directory.Delete(unpacked, recursive: true);
        File.Delete(packed);
    }
}
