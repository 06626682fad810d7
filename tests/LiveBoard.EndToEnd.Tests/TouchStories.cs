using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>With a finger, on a phone.</summary>
public sealed class TouchStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task ALongPressLifts_TheFingerMovesTheCard()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada, Finger.Phone);
        var bo = await App.OpenBoardAsync(App.Bo);
        var finger = await Finger.OfAsync(ada);

        await finger.LiftAsync(Tile(ada, "Card 1"));
        await finger.MoveByAsync(0, 140);
        await finger.UpAsync();

        await ExpectTilesAsync(bo, "Ready", "Card 2", "Card 3", "Card 1");
        await Assertions.Expect(ada.Locator(".drag-ghost, [data-lifted]")).ToHaveCountAsync(0);
        Assert.DoesNotContain("/c/", ada.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASwipeScrolls_AndMovesNothing()
    {
        await App.MakeBoardAsync(30);
        var ada = await App.OpenBoardAsync(App.Ada, Finger.Phone);
        var before = (await App.ReadAsync()).Version;
        var finger = await Finger.OfAsync(ada);

        await finger.DownAsync(Tile(ada, "Card 5"));
        await finger.MoveByAsync(0, -150);
        await finger.UpAsync();

        await ada.WaitForFunctionAsync("() => document.querySelector('.cards').scrollTop > 50");
        Assert.Equal(before, (await App.ReadAsync()).Version);
    }

    [Fact]
    public async Task HeldAtTheEdge_TheBoardScrolls_AndTheCardGoesToAColumnThatWasOutOfSight()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada, Finger.Phone);
        var finger = await Finger.OfAsync(ada);

        await finger.LiftAsync(Tile(ada, "Card 1"));
        await finger.MoveToAsync(372, 300);
        await ada.WaitForFunctionAsync(
            "() => { const l = document.querySelector('.lanes'); return l.scrollLeft + l.clientWidth > document.querySelector('[aria-label=Done]').offsetLeft + 200 }"
        );
        await finger.MoveToAsync(200, 300);
        await Assertions.Expect(ada.Locator("section.lane[data-over]")).ToHaveAttributeAsync("aria-label", "Done");
        await finger.UpAsync();

        await ExpectTilesAsync(ada, "Done", "Card 1");
    }

    [Fact]
    public async Task SomebodyElseMovesTheCardInHand_ItStaysUnderTheFinger_AndTheDropDecides()
    {
        var board = await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada, Finger.Phone);
        var finger = await Finger.OfAsync(ada);

        await finger.LiftAsync(Tile(ada, "Card 1"));
        await finger.MoveByAsync(0, 40);
        await App.SendAsync(
            new MoveCard
            {
                BoardId = App.BoardId,
                CardId = board.Columns[0].Cards[0].Id,
                ToColumnId = board.Columns[2].Id,
            },
            App.Bo
        );
        await ExpectTilesAsync(ada, "Done", "Card 1");
        await Assertions.Expect(ada.Locator(".drag-ghost")).ToContainTextAsync("Card 1");
        await finger.MoveByAsync(0, 140);
        await finger.UpAsync();

        await ExpectTilesAsync(ada, "Ready", "Card 2", "Card 3", "Card 1");
        await ExpectTilesAsync(ada, "Done");
    }

    [Fact]
    public async Task TheStar_IsInTheBoardsMenu_AndOthersOfOnesPagesSeeIt()
    {
        await App.MakeBoardAsync();
        var desk = await App.OpenAsync(App.Ada);
        var ada = await App.OpenBoardAsync(App.Ada, Finger.Phone);

        await ada.GetByRole(AriaRole.Button, new() { Name = "Board menu" }).TapAsync();
        await ada.GetByRole(AriaRole.Menuitem, new() { Name = "Star this board" }).TapAsync();

        await Assertions.Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Starred" })).ToBeVisibleAsync();
        await Assertions.Expect(ada.Locator(".bar .starred")).ToHaveCountAsync(1);
        await ada.GetByRole(AriaRole.Button, new() { Name = "Board menu" }).TapAsync();
        await Assertions
            .Expect(ada.GetByRole(AriaRole.Menuitem, new() { Name = "Remove the star" }))
            .ToBeVisibleAsync();
    }
}
