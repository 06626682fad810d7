using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A card's address goes to whoever should look at it.</summary>
public sealed class CopyLinkStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task Link_IsCopiedFromTheOpenCard_AndLeadsToItAlone()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await ada.GotoAsync($"{App.Url}/b/{App.BoardId}/c/2?q=Card");
        await ada.Locator(".lanes[data-live]").WaitForAsync();

        await CopyAsync(ada);

        await Assertions.Expect(ada.Locator(".snack")).ToContainTextAsync("The link to #2 is copied");
        Assert.Equal(
            $"{App.Url}/b/{App.BoardId}/c/2",
            await ada.EvaluateAsync<string>("() => navigator.clipboard.readText()")
        );
    }

    /// <summary>As on a page that came without TLS, where browsers have no clipboard to give.</summary>
    [Fact]
    public async Task WithoutAClipboard_TheLinkIsShown()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        await ada.EvaluateAsync("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        await Tile(ada, "Card 2").Locator(".tile-link").ClickAsync();

        await CopyAsync(ada);

        await Assertions
            .Expect(ada.Locator(".snack.bad"))
            .ToContainTextAsync($"does not let the page copy. The link is {App.Url}/b/{App.BoardId}/c/2");
    }

    [Fact]
    public async Task OnAPhone_EveryButtonOfTheCardsHead_IsOnTheScreen()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenAsync(
            App.Ada,
            new()
            {
                ViewportSize = new() { Width = 375, Height = 812 },
            }
        );
        await ada.GotoAsync($"{App.Url}/b/{App.BoardId}/c/2");
        await ada.Locator(".lanes[data-live]").WaitForAsync();
        await Button(ada, "Watching").WaitForAsync();

        Assert.Equal(0, await ada.Locator(".phead").EvaluateAsync<int>("head => head.scrollWidth - head.clientWidth"));
    }

    private static async Task CopyAsync(IPage page)
    {
        await page.Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Menu of Card 2" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Copy link" }).ClickAsync();
    }
}
