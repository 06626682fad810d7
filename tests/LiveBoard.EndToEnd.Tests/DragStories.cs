using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

public sealed class DragStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task AdaDragsACard_BoSeesItMoveWithHerName()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);

        await DragAsync(ada, Tile(ada, "Card 1"), Lane(ada, "In progress").Locator(".cards"));

        await ExpectTilesAsync(bo, "In progress", "Card 1");
        await ExpectTilesAsync(bo, "Ready", "Card 2", "Card 3");
        await ExpectTilesAsync(ada, "In progress", "Card 1");
        await Assertions.Expect(Tile(bo, "Card 1").Locator(".who")).ToHaveTextAsync("Ada moved this from Ready");
        await Assertions.Expect(Tile(ada, "Card 1").Locator(".who")).ToHaveCountAsync(0);
        await Assertions.Expect(ada.Locator(".drag-ghost")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task WithinAColumn_TheCardLandsBetweenItsNewNeighbours()
    {
        await App.MakeBoardAsync(4);
        var ada = await App.OpenBoardAsync(App.Ada);

        await DragAsync(ada, Tile(ada, "Card 1"), Tile(ada, "Card 3"), below: true);

        await ExpectTilesAsync(ada, "Ready", "Card 2", "Card 3", "Card 1", "Card 4");
    }

    [Fact]
    public async Task EscDuringADrag_LeavesEverythingAsItWas()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var before = (await App.ReadAsync()).Version;

        await StartDragAsync(ada, Tile(ada, "Card 1"), Lane(ada, "Done").Locator(".cards"));
        await ada.Keyboard.PressAsync("Escape");
        await ada.Mouse.UpAsync();

        await Assertions.Expect(ada.Locator("[data-lifted]")).ToHaveCountAsync(0);
        await ExpectTilesAsync(ada, "Ready", "Card 1", "Card 2", "Card 3");
        Assert.Equal(before, (await App.ReadAsync()).Version);
    }

    [Fact]
    public async Task WhileAdaHoldsACard_BoSeesWhoMovesIt()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);

        await StartDragAsync(ada, Tile(ada, "Card 2"), Lane(ada, "Done").Locator(".cards"));

        await Assertions.Expect(Tile(bo, "Card 2").Locator(".flag")).ToHaveTextAsync("Ada is moving this");
        await ada.Mouse.UpAsync();
        await Assertions.Expect(bo.Locator(".flag")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task AColumnIsDraggedByItsHead()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);

        await DragAsync(ada, Lane(ada, "Done").Locator("h2"), Lane(ada, "Ready").Locator("h2"));

        await Assertions.Expect(bo.Locator("section.lane h2")).ToHaveTextAsync(["Done", "Ready", "In progress"]);
    }
}
