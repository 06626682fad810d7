using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Pages.Administration;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Shell;

public sealed class SystemPageTests : DirectoryPageTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (
            var type in new[]
            {
                typeof(BackupService),
                typeof(BackupShelf),
                typeof(BackupSettings),
                typeof(RestorePlan),
                typeof(BackupDesk),
                typeof(SystemMonitor),
                typeof(AppVersion),
                typeof(StoreSettings),
            }
        )
        {
            Services.AddSingleton(type, App.Services.GetRequiredService(type));
        }

        Services.AddSingleton(new DueDates(TimeZoneInfo.Utc));
    }

    [Fact]
    public async Task BackupOfSomebodyElse_AppearsByItself_AndSoDoesItsRestore()
    {
        SignIn(Ada);
        var page = Render<SystemPage>();
        page.WaitForAssertion(() => Assert.Contains("There is no backup yet", page.Markup, StringComparison.Ordinal));

        var backup = await Backups.MakeAsync(BackupKind.Daily, Stop);

        page.WaitForAssertion(() =>
            Assert.Contains("Daily", page.Find("table.t tbody").TextContent, StringComparison.Ordinal)
        );
        await Desk.PlanRestoreAsync(Ada.Actor, backup);
        page.WaitForAssertion(() =>
            Assert.Contains("At the next start", page.Find(".note.warn").TextContent, StringComparison.Ordinal)
        );
        await page.Find(".note.warn button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".note.warn")));
    }

    [Fact]
    public async Task PlanOfSomebodyElse_IsShown_AndWhatCannotBe_IsRefusedInWords()
    {
        SignIn(Ada);
        var page = Render<SystemPage>();
        page.WaitForAssertion(() => Assert.Equal("7", page.Find(".sys-plan input[type=number]").GetAttribute("value")));

        await App
            .Services.GetRequiredService<InstanceService>()
            .SetBackupPlanAsync(Ada.Actor, BackupPlan.Default with { Kept = 30 }, Stop);

        page.WaitForAssertion(() =>
            Assert.Equal("30", page.Find(".sys-plan input[type=number]").GetAttribute("value"))
        );
        await page.Find(".sys-plan input[type=number]").ChangeAsync(new() { Value = "0" });
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".note.bad.refused")));
    }

    [Fact]
    public async Task BackupThatFails_IsSaid_OnEveryScreen()
    {
        SignIn(Ada);
        var page = Render<SystemPage>();
        await File.WriteAllTextAsync(Shelf.Directory, "in the way", Stop);

        await Assert.ThrowsAsync<BackupException>(() => Backups.MakeAsync(BackupKind.Manual, Stop));

        page.WaitForAssertion(() =>
            Assert.Contains("The last backup or restore did not work", page.Markup, StringComparison.Ordinal)
        );
        File.Delete(Shelf.Directory);
    }

    [Fact]
    public async Task OnlyAdministrators_SeeIt_AndNoLongerThanTheyAre()
    {
        var bo = await App.CreateUserAsync(name: "Bo Berg");
        var accounts = App.Services.GetRequiredService<AccountAdministration>();
        await accounts.SetAdministratorAsync(Ada.Actor, bo.Id, true, Stop);
        SignIn(bo);
        var page = Render<SystemPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".sys-figure")));

        await accounts.SetAdministratorAsync(Ada.Actor, bo.Id, false, Stop);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".sys-figure")));
        Assert.Contains("admin", page.Find(".note.inf").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(DirectoryRefusal.NotAllowed, await Desk.MakeAsync(bo.Actor));
        Assert.Empty(Shelf.List());
    }

    private BackupService Backups => App.Services.GetRequiredService<BackupService>();

    private BackupShelf Shelf => App.Services.GetRequiredService<BackupShelf>();

    private BackupDesk Desk => App.Services.GetRequiredService<BackupDesk>();
}
