using LiveBoard.Core.Commands.Boards;
using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A story on a board on which every text is hostile, watched for whatever makes more of it than text.</summary>
public abstract class HostileBoardStory(Chromium chromium) : StoryTest(chromium)
{
    private readonly HostilityWatch _watch = new();

    /// <summary>Somebody whose very name is hostile.</summary>
    protected TestUser Mal { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Mal = await App.App.CreateUserAsync(name: HostileText.Of("mal"));
        await App.SendAsync(
            new ImportBoard
            {
                BoardId = App.BoardId,
                WorkspaceId = App.App.WorkspaceId,
                Plan = HostileBoard.Create(TimeProvider.System.GetUtcNow().UtcDateTime, Mal.Id),
            }
        );
    }

    /// <summary>Opens the board, or a card of it.</summary>
    protected async Task<IPage> OpenAsync(TestUser user, string card, bool isPolicyOff)
    {
        var page = await App.OpenAsync(user, new BrowserNewContextOptions { BypassCSP = isPolicyOff });
        await _watch.WatchAsync(page);
        await page.GotoAsync($"{App.Url}/b/{App.BoardId}{card}");
        await page.Locator(".lanes[data-live]").WaitForAsync();
        return page;
    }

    /// <summary>Nothing hostile happened on any page that was opened.</summary>
    protected void ExpectNothing() => _watch.ExpectNothing();

    protected static async Task CloseDialogAsync(IPage page)
    {
        await page.Locator(".mud-dialog-title button").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }

    protected static Task ExpectTextAsync(ILocator place, string what) =>
        Assertions.Expect(place).ToHaveTextAsync(HostileText.Of(what));
}
