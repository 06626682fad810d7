using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Components.Boards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Backups;

public sealed class BackupServiceTests
{
    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backup_SaysWhatIsInIt_AndLeavesNothingElse()
    {
        await using var app = await BackupApp.StartAsync();
        await app.AddCardAsync("First");
        using var browser = await app.App.CreateBrowserAsync(app.App.Administrator);
        await app.AttachAsync(browser, "pier.txt", "A pier."u8.ToArray());

        var path = await app.BackUpAsync();

        using var archive = BackupArchive.Open(path);
        Assert.Equal(1, archive.Manifest.Counts["Boards"]);
        Assert.Equal(1, archive.Manifest.Counts["Cards"]);
        Assert.Equal(1, archive.Manifest.Counts["AspNetUsers"]);
        Assert.Empty(archive.Manifest.MissingFiles);
        Assert.Equal(2, archive.Manifest.Parts.Count);
        Assert.Equal([path], Directory.GetFiles(app.Shelf.Directory));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task FileThatIsLost_IsSaid_AndKeepsNoBackupFromBeingMade()
    {
        await using var app = await BackupApp.StartAsync();
        await app.AddCardAsync("First");
        using var browser = await app.App.CreateBrowserAsync(app.App.Administrator);
        await app.AttachAsync(browser, "pier.txt", "A pier."u8.ToArray());
        await using var db = app.App.CreateDbContext();
        var file = (await db.Attachments.SingleAsync(Stop)).FileId!.Value;
        app.Files.Delete(file);

        using var archive = BackupArchive.Open(await app.BackUpAsync());

        Assert.Equal([file], archive.Manifest.MissingFiles);
    }

    [Fact]
    public async Task BackupThatBreaksOff_LeavesNoFile_SaysWhy_AndTheNextOneIsMade()
    {
        await using var app = await BackupApp.StartAsync();
        await app.AddCardAsync("First");
        using var browser = await app.App.CreateBrowserAsync(app.App.Administrator);
        await app.AttachAsync(browser, "pier.txt", "A pier."u8.ToArray());
        await using var db = app.App.CreateDbContext();
        var path = app.Files.PathOf((await db.Attachments.SingleAsync(Stop)).FileId!.Value);
        await using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var failure = await Assert.ThrowsAsync<BackupException>(app.BackUpAsync);

            Assert.Equal(failure.Message, app.Backups.LastFailure?.Text);
            Assert.Contains(Path.GetFileName(path), failure.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(app.Shelf.Directory));
            Assert.False(app.Backups.IsRunning);
        }

        await app.BackUpAsync();
        Assert.Null(app.Backups.LastFailure);
    }

    [Fact]
    public async Task EveryBackup_IsToldToWhoeverLooks()
    {
        await using var app = await BackupApp.StartAsync();
        var seen = new List<bool>();
        using var listening = app
            .App.Services.GetRequiredService<IBoardEventBus>()
            .SubscribeDirectory(change =>
            {
                if (change is BackupsChanged)
                {
                    seen.Add(app.Backups.IsRunning);
                }
            });

        await app.BackUpAsync();

        Assert.Equal([true, false], seen);
    }

    [Fact]
    public async Task DailyBackups_AreKeptAsManyAsThePlanSays_OthersStay()
    {
        await using var app = await BackupApp.StartAsync();
        await app
            .App.Services.GetRequiredService<Core.Access.InstanceService>()
            .SetBackupPlanAsync(app.App.Administrator.Actor, BackupPlan.Default with { Kept = 2 }, Stop);
        var byHand = await app.Backups.MakeAsync(BackupKind.Manual, Stop);
        var daily = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            daily.Add((await app.Backups.MakeAsync(BackupKind.Daily, Stop)).Key);
        }

        Assert.Equal([daily[3], daily[2], byHand.Key], app.Shelf.List().Select(b => b.Key));
    }

    [Theory]
    [InlineData("2026-03-10T02:59:00Z", "2026-03-09T03:00:00Z")]
    [InlineData("2026-03-10T03:00:00Z", "2026-03-10T03:00:00Z")]
    [InlineData("2026-03-10T23:00:00Z", "2026-03-10T03:00:00Z")]
    public void DailyBackup_IsDueAtItsHour(string now, string due) =>
        Assert.Equal(Utc(due), BackupSchedule.LastDue(BackupPlan.Default, Utc(now), new DueDates(TimeZoneInfo.Utc)));

    [Fact]
    public void DailyBackup_AtAnHourThatTheClockSkips_IsDueOnThatDayToo()
    {
        // In Berlin, 2026-03-29 has no 02:00.
        var berlin = new DueDates(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

        var due = BackupSchedule.LastDue(BackupPlan.Default with { Hour = 2 }, Utc("2026-03-29T12:00:00Z"), berlin);

        Assert.Equal(Utc("2026-03-29T01:00:00Z"), due);
    }

    private static DateTime Utc(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
