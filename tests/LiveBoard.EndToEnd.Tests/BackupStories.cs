using LiveBoard.Core.Access;
using LiveBoard.Core.Commands.Cards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>R-22, R-23: backups by the button, and an instance that goes back while people have it open.</summary>
public sealed class BackupStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task AdaMakesABackup_BoSeesIt_AndDownloadsIt()
    {
        await MakeAdministratorAsync();
        var bo = await App.OpenAsync(App.Bo);
        await GoAsync(bo, "admin/system");
        await Assertions.Expect(bo.GetByText("There is no backup yet")).ToBeVisibleAsync();
        var ada = await App.OpenAsync(App.Ada);
        await GoAsync(ada, "admin/system");

        await Button(ada, "Make a backup now").ClickAsync();

        await Assertions.Expect(bo.Locator("tbody tr")).ToContainTextAsync("By hand");
        var download = await bo.RunAndWaitForDownloadAsync(() =>
            bo.GetByRole(AriaRole.Button, new() { Name = "Download the backup" }).ClickAsync()
        );
        Assert.Matches(@"^liveboard-\d{8}T\d{9}Z-Manual\.zip$", download.SuggestedFilename);
        await using var zip = await System.IO.Compression.ZipFile.OpenReadAsync(await download.PathAsync());
        Assert.NotNull(zip.GetEntry("manifest.json"));
        Assert.NotNull(zip.GetEntry("liveboard.db"));
        await GoAsync(ada, "admin/audit");
        await Assertions
            .Expect(ada.Locator("tbody tr", new() { HasText = "Backup downloaded" }))
            .ToContainTextAsync("Bo Berg");
    }

    [Fact]
    public async Task AdaGoesBack_BoSeesTheEarlierBoardAfterTheRestart_AndWorksOn()
    {
        var board = await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        var ada = await App.OpenAsync(App.Ada);
        await GoAsync(ada, "admin/system");
        await Button(ada, "Make a backup now").ClickAsync();
        await ada.Locator("tbody tr").WaitForAsync();
        await App.SendAsync(
            new AddCards
            {
                BoardId = App.BoardId,
                ColumnId = board.Columns[0].Id,
                Titles = ["Too early"],
            }
        );
        await Assertions.Expect(Tile(bo, "Too early")).ToBeVisibleAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Restore the backup" }).ClickAsync();
        await Button(ada, "Yes").ClickAsync();
        await Assertions.Expect(ada.GetByText("At the next start the instance goes back")).ToBeVisibleAsync();

        await App.RestartAsync(() => Task.CompletedTask);

        await Assertions.Expect(Button(bo, "Sign in")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await bo.GetByLabel("E-mail address").FillAsync(App.Bo.Email);
        await bo.GetByLabel("Password").FillAsync(App.Bo.Password);
        await Button(bo, "Sign in").ClickAsync();
        await ExpectTilesAsync(bo, "Ready", "Card 1", "Card 2", "Card 3");
        await App.SendAsync(
            new AddCards
            {
                BoardId = App.BoardId,
                ColumnId = board.Columns[0].Id,
                Titles = ["In time"],
            }
        );
        await Assertions.Expect(Tile(bo, "In time")).ToBeVisibleAsync();
    }

    private async Task MakeAdministratorAsync() =>
        Assert.True(
            (
                await App
                    .App.Services.GetRequiredService<AccountAdministration>()
                    .SetAdministratorAsync(App.Ada.Actor, App.Bo.Id, true)
            ).IsDone
        );
}
