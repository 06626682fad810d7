using System.Text.RegularExpressions;
using LiveBoard.Core.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Two people at one card, and one who must leave.</summary>
public sealed partial class TogetherStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task BothRename_TheSecondIsShownBothAndTheFirstTitleStays()
    {
        await App.MakeBoardAsync(1);
        var ada = await OpenCardAsync(await App.OpenBoardAsync(App.Ada));
        var bo = await OpenCardAsync(await App.OpenBoardAsync(App.Bo));
        await ada.Locator(".ptitle button").ClickAsync();
        await ada.GetByLabel("Card title").FillAsync("Ada's title");
        await bo.Locator(".ptitle button").ClickAsync();
        await bo.GetByLabel("Card title").FillAsync("Bo's title");

        await ada.Keyboard.PressAsync("Enter");
        await ExpectTilesAsync(bo, "Ready", "Ada's title");
        await Assertions.Expect(bo.GetByLabel("Card title")).ToHaveValueAsync("Bo's title");
        await bo.Keyboard.PressAsync("Enter");

        await Assertions.Expect(bo.Locator(".clash")).ToContainTextAsync("Bo's title");
        await Assertions.Expect(bo.Locator(".ptitle")).ToHaveTextAsync("Ada's title");
        Assert.Equal("Ada's title", (await App.ReadAsync()).Columns[0].Cards[0].Title);
    }

    [Fact]
    public async Task OneRenamesWhileTheOtherDescribes_BothAreKeptAndSeenByBoth()
    {
        await App.MakeBoardAsync(1);
        var ada = await OpenCardAsync(await App.OpenBoardAsync(App.Ada));
        var bo = await OpenCardAsync(await App.OpenBoardAsync(App.Bo));
        await ada.Locator(".ptitle button").ClickAsync();
        await ada.GetByLabel("Card title").FillAsync("Ada's title");
        await Button(bo, "Edit").ClickAsync();
        await bo.Locator(".cm-content").FillAsync("Bo's words");

        // Each comes while the other has a pen in hand: the first must not take the second's words.
        await ada.Keyboard.PressAsync("Enter");
        await ExpectTilesAsync(bo, "Ready", "Ada's title");
        await Assertions.Expect(bo.Locator(".cm-content")).ToHaveTextAsync("Bo's words");
        await Button(bo, "Done").ClickAsync();

        foreach (var page in (IPage[])[ada, bo])
        {
            await Assertions.Expect(page.Locator(".ptitle")).ToHaveTextAsync("Ada's title");
            await Assertions.Expect(page.Locator(".markdown")).ToHaveTextAsync("Bo's words");
            await Assertions.Expect(page.Locator(".clash")).ToHaveCountAsync(0);
        }

        var card = (await App.ReadAsync()).Columns[0].Cards[0];
        Assert.Equal(("Ada's title", "Bo's words"), (card.Title, card.Description));
    }

    [Fact]
    public async Task ARemovedMember_IsPutOutWithAReason_AndKeepsNothingOnTheScreen()
    {
        await App.MakeBoardAsync();
        var bo = await OpenCardAsync(await App.OpenBoardAsync(App.Bo));
        await bo.Locator(".phead").GetByRole(AriaRole.Button, new() { Name = "Ready" }).ClickAsync();
        await bo.Locator(".mud-dialog select").First.WaitForAsync();

        var removed = await App
            .App.Services.GetRequiredService<DirectoryService>()
            .RemoveMemberAsync(App.Ada.Actor, App.App.WorkspaceId, App.Bo.Id);
        Assert.True(removed.IsDone);

        await Assertions.Expect(bo.GetByRole(AriaRole.Alert)).ToContainTextAsync("you may not have access to it");
        await Assertions
            .Expect(bo.Locator("article.tile, section.lane, .panel, .mud-dialog, .mud-popover-open"))
            .ToHaveCountAsync(0);
        await Assertions.Expect(bo).Not.ToHaveTitleAsync(Ours());
        await Assertions.Expect(bo.Locator("body")).Not.ToContainTextAsync(Ours());
    }

    [Fact]
    public async Task ARemovedMember_IsNoLongerShownToThoseWhoStay()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);
        await Assertions.Expect(ada.Locator(".bar .stack .av")).ToHaveAttributeAsync("title", "Bo Berg, on this board");

        await App
            .App.Services.GetRequiredService<DirectoryService>()
            .RemoveMemberAsync(App.Ada.Actor, App.App.WorkspaceId, App.Bo.Id);

        await Assertions.Expect(bo.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(ada.Locator(".bar .stack .av")).ToHaveCountAsync(0);
    }

    private static async Task<IPage> OpenCardAsync(IPage page)
    {
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await page.Locator(".panel .ptitle").WaitForAsync();
        return page;
    }

    /// <summary>Words that stand on the board and nowhere else.</summary>
    [GeneratedRegex(@"Winter timetable|Card \d|Ada", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ours();
}
