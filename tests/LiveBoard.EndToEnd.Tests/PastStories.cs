using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>The time machine in real browsers.</summary>
public sealed class PastStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task AdaMovesACard_BoLooksBackAndSeesItWhereItWas_AndNowWhereItIs()
    {
        var board = await App.MakeBoardAsync();
        var bo = await OpenPastAsync();
        var ada = await App.OpenBoardAsync(App.Ada);

        await DragAsync(ada, Tile(ada, "Card 1"), Lane(ada, "Done"));

        await ExpectTilesAsync(bo, "Done", "Card 1");
        await bo.Keyboard.PressAsync("ArrowLeft");
        await ExpectTilesAsync(bo, "Ready", "Card 1", "Card 2", "Card 3");
        await ExpectTilesAsync(bo, "Done");
        await bo.WaitForURLAsync(address => address.Contains("?at=20", StringComparison.Ordinal));

        // Somebody goes on meanwhile; whoever looks back keeps looking at what was.
        await App.SendAsync(
            new RenameCard
            {
                BoardId = App.BoardId,
                CardId = board.Columns[0].Cards[1].Id,
                Title = "Renamed meanwhile",
            }
        );
        await Assertions.Expect(Tile(ada, "Renamed meanwhile")).ToBeVisibleAsync();
        await ExpectTilesAsync(bo, "Ready", "Card 1", "Card 2", "Card 3");
        await bo.ReloadAsync();
        await bo.Locator(".timebar[data-live]").WaitForAsync();
        await ExpectTilesAsync(bo, "Ready", "Card 1", "Card 2", "Card 3");

        await Button(bo, "Now").ClickAsync();
        await ExpectTilesAsync(bo, "Ready", "Renamed meanwhile", "Card 3");
        await ExpectTilesAsync(bo, "Done", "Card 1");
        await DragAsync(ada, Tile(ada, "Card 3"), Lane(ada, "Done"));
        await ExpectTilesAsync(bo, "Ready", "Renamed meanwhile");
    }

    [Fact]
    public async Task KeysLeadThere_GoAbout_AndLead_Back()
    {
        await App.MakeBoardAsync();
        var page = await App.OpenBoardAsync(App.Bo);
        await page.Keyboard.PressAsync("h");
        await page.Locator(".timebar[data-now]").WaitForAsync();
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Moment" });

        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Locator(".timebar:not([data-now])")).ToBeVisibleAsync();
        await Assertions.Expect(Tile(page, "Card")).ToHaveCountAsync(0);
        await Assertions
            .Expect(page.Locator("[data-past=slider][aria-valuetext*='day '][aria-valuetext*=':']"))
            .ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Tile(page, "Card 1")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "Now, live");
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForURLAsync($"**/b/{App.BoardId}");
    }

    [Fact]
    public async Task Playing_GoesFromTheBeginningToNow()
    {
        await App.MakeBoardAsync();
        var page = await OpenPastAsync();
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(Tile(page, "Card")).ToHaveCountAsync(0);

        await page.Keyboard.PressAsync("Space");

        // The board is some seconds old, which pass at once when a week takes twenty seconds.
        await Assertions.Expect(page.Locator(".timebar[data-now]")).ToBeVisibleAsync();
        await ExpectTilesAsync(page, "Ready", "Card 1", "Card 2", "Card 3");
        await Assertions.Expect(Button(page, "Play")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task BoLosesTheBoardWhileHeLooksBack_AndThePastGoesWithIt()
    {
        await App.MakeBoardAsync();
        var bo = await OpenPastAsync();
        await bo.Keyboard.PressAsync("ArrowLeft");
        await bo.Locator(".timebar:not([data-now])").WaitForAsync();

        await App.SendAsync(
            new SetBoardAccess
            {
                BoardId = App.BoardId,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Editor,
            }
        );

        await Assertions.Expect(bo.Locator(".note-h")).ToBeVisibleAsync(new() { Timeout = 2000 });
        await Assertions.Expect(bo.Locator(".lane, .timebar")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task TimeMachine_IsAccessible_AndFitsTheScreen(int width)
    {
        var report = new AccessibilityReport();
        await App.MakeDemoBoardAsync();
        var options = new BrowserNewContextOptions(AccessibilityReport.Browser)
        {
            ViewportSize = new() { Width = width, Height = 760 },
        };
        var page = await OpenPastAsync(options);
        await report.LookAtAsync(page, "time machine");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Locator(".timebar:not([data-now])").WaitForAsync();
        await page.Locator(".past-note summary").ClickAsync();
        await report.LookAtAsync(page, "the past");
        report.ExpectNothing();
        Assert.False(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"),
            "The page is wider than the screen."
        );
    }

    private async Task<IPage> OpenPastAsync(BrowserNewContextOptions? options = null)
    {
        var page = await App.OpenAsync(App.Bo, options);
        await GoAsync(page, $"b/{App.BoardId}/past");
        await page.Locator(".timebar[data-live]").WaitForAsync();
        return page;
    }
}
