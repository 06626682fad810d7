using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Labels;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Many cards picked and changed together: by mouse, by keys, by finger, with others at work on the same board.</summary>
public sealed class SelectionStories(Chromium chromium) : StoryTest(chromium)
{
    private readonly AccessibilityReport _report = new();

    [Fact]
    public async Task ThreeCardsByShift_AreAssignedAsOneChange_AndTakenBackAsOne()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada, AccessibilityReport.Browser);
        var bo = await App.OpenBoardAsync(App.Bo);
        var before = (await App.ReadAsync()).Version;

        await Tile(ada, "Card 1").ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        await ExpectPickedAsync(ada, 1);
        await Tile(ada, "Card 3").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await ExpectPickedAsync(ada, 3);
        await _report.LookAtAsync(ada, "selection");
        await Bar(ada, "Assign").ClickAsync();
        await ada.GetByRole(AriaRole.Checkbox, new() { Name = "Bo" }).WaitForAsync();
        await _report.LookAtAsync(ada, "people for a selection");
        await ada.GetByRole(AriaRole.Checkbox, new() { Name = "Bo" }).ClickAsync();

        await Assertions.Expect(bo.Locator("article.tile .av")).ToHaveCountAsync(3);
        Assert.Equal(before + 1, (await App.ReadAsync()).Version);
        await Button(ada, "Undo").ClickAsync();
        await Assertions.Expect(bo.Locator("article.tile .av")).ToHaveCountAsync(0);
        Assert.Equal(before + 2, (await App.ReadAsync()).Version);
        await ExpectPickedAsync(ada, 3);
        _report.ExpectNothing();
    }

    [Fact]
    public async Task ByKeys_PickedUpToTheNextCard_Labelled_AndLetGo()
    {
        await App.MakeBoardAsync();
        await App.SendAsync(
            new AddLabel
            {
                BoardId = App.BoardId,
                Name = "Piers",
                Color = LabelColor.Straw,
            }
        );
        var ada = await App.OpenBoardAsync(App.Ada);

        await Tile(ada, "Card 1").Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync("Shift+ArrowDown");
        await ExpectPickedAsync(ada, 2);
        await ada.Keyboard.PressAsync("x");
        await ExpectPickedAsync(ada, 1);
        await ada.Keyboard.PressAsync("Control+a");
        await ExpectPickedAsync(ada, 3);
        await Bar(ada, "Labels").ClickAsync();
        await ada.GetByRole(AriaRole.Checkbox, new() { Name = "Piers" }).ClickAsync();

        await Assertions.Expect(ada.Locator("article.tile .lb")).ToHaveCountAsync(3);
        await Assertions
            .Expect(ada.GetByRole(AriaRole.Checkbox, new() { Name = "Piers" }))
            .ToHaveAttributeAsync("aria-checked", "true");
        await ada.Keyboard.PressAsync("Escape");
        await Assertions.Expect(ada.Locator("[popover]:popover-open")).ToHaveCountAsync(0);
        await ada.Keyboard.PressAsync("Escape");
        await ExpectPickedAsync(ada, 0);
    }

    [Fact]
    public async Task APickedCardThatSomebodyDeletes_LeavesTheSelection_AndTheOthersMoveTogetherInTheirOrder()
    {
        var board = await App.MakeBoardAsync(4);
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);
        foreach (var title in new[] { "Card 3", "Card 1", "Card 2" })
        {
            await Tile(ada, title).ClickAsync(new() { Modifiers = [KeyboardModifier.Control] });
        }

        await ExpectPickedAsync(ada, 3);
        await App.SendAsync(
            new ShelveCards
            {
                BoardId = App.BoardId,
                CardIds = [board.Columns[0].Cards[1].Id],
                To = CardShelf.Trash,
            },
            App.Bo
        );
        await ExpectPickedAsync(ada, 2);
        await DragAsync(ada, Tile(ada, "Card 1"), Lane(ada, "Done").Locator(".cards"));

        await ExpectTilesAsync(bo, "Done", "Card 1", "Card 3");
        await ExpectTilesAsync(bo, "Ready", "Card 4");
        await ada.Keyboard.PressAsync("Control+z");
        await ExpectTilesAsync(bo, "Ready", "Card 1", "Card 3", "Card 4");
    }

    [Fact]
    public async Task WhatAFilterHides_IsNotPicked()
    {
        await App.MakeBoardAsync(12);
        var ada = await App.OpenBoardAsync(App.Ada);
        await ada.Locator("[data-filter-input]").FillAsync("Card 1");
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Locator("article.tile")).ToHaveCountAsync(4);

        await Tile(ada, "Card 10").Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync("Control+a");
        await ExpectPickedAsync(ada, 4);
        await Bar(ada, "Archive").ClickAsync();

        await ExpectPickedAsync(ada, 0);
        await Button(ada, "Clear filter").ClickAsync();
        await Assertions.Expect(ada.Locator("article.tile")).ToHaveCountAsync(8);
    }

    [Fact]
    public async Task ByFinger_ALongPressPicks_AndTapsPickMore()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada, Finger.Phone);
        var before = (await App.ReadAsync()).Version;
        var finger = await Finger.OfAsync(ada);

        await finger.LiftAsync(Tile(ada, "Card 1"));
        await finger.UpAsync();
        await ExpectPickedAsync(ada, 1);
        await Tile(ada, "Card 3").TapAsync();
        await ExpectPickedAsync(ada, 2);

        Assert.DoesNotContain("/c/", ada.Url, StringComparison.Ordinal);
        Assert.Equal(before, (await App.ReadAsync()).Version);
        await Bar(ada, "Clear").TapAsync();
        await ExpectPickedAsync(ada, 0);
    }

    private static ILocator Bar(IPage page, string name) =>
        page.Locator(".selbar > .btn").And(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));

    private static async Task ExpectPickedAsync(IPage page, int count)
    {
        await Assertions.Expect(page.Locator("article.tile.picked")).ToHaveCountAsync(count);
        await Assertions.Expect(page.Locator(".selbar")).ToHaveCountAsync(count == 0 ? 0 : 1);
        if (count > 0)
        {
            await Assertions.Expect(page.Locator(".selbar > b")).ToHaveTextAsync($"{count} selected");
        }
    }
}
