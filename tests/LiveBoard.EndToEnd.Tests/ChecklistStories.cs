using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Small steps on a card, done together.</summary>
public sealed class ChecklistStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task AdaListsWhatIsToDo_BoTicks_TheTileCounts_AndAnItemBecomesACard()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync(App.Ada);
        var bo = await OpenCardAsync(App.Bo);

        await Button(ada, "Add a checklist").ClickAsync();
        await ada.GetByLabel("Checklist", new() { Exact = true }).FillAsync("Before Monday");
        await ada.Keyboard.PressAsync("Enter");
        await ada.GetByLabel("Add an item to Before Monday").FillAsync("Call the yard\nPrint signs\nTell the crew");
        await ada.Keyboard.PressAsync("Enter");

        await ExpectItemsAsync(bo, "Call the yard", "Print signs", "Tell the crew");
        await bo.GetByRole(AriaRole.Checkbox, new() { Name = "Print signs" }).ClickAsync();
        await Assertions
            .Expect(ada.GetByRole(AriaRole.Checkbox, new() { Name = "Print signs" }))
            .ToHaveAttributeAsync("aria-checked", "true");
        await Assertions.Expect(Tile(ada, "Card 1")).ToContainTextAsync("1/3");

        await Button(ada, "Hide done").ClickAsync();
        await ExpectItemsAsync(ada, "Call the yard", "Tell the crew");
        await Button(ada, "Show done").ClickAsync();

        await Button(ada, "More for Tell the crew").ClickAsync();
        await Button(ada, "Move up").ClickAsync();
        await ExpectItemsAsync(bo, "Call the yard", "Tell the crew", "Print signs");
        await Assertions.Expect(Button(ada, "Tell the crew")).ToBeFocusedAsync();
        await ada.Keyboard.PressAsync("Alt+ArrowUp");
        await ExpectItemsAsync(bo, "Tell the crew", "Call the yard", "Print signs");
        await Assertions.Expect(Button(ada, "Tell the crew")).ToBeFocusedAsync();
        await ada.Keyboard.PressAsync("Alt+ArrowDown");
        await ExpectItemsAsync(bo, "Call the yard", "Tell the crew", "Print signs");
        await Button(ada, "More for Tell the crew").ClickAsync();
        await Button(ada, "Make a card of it").ClickAsync();
        await ExpectItemsAsync(bo, "Call the yard", "Print signs");
        await ExpectTilesAsync(bo, "Ready", "Card 1", "Tell the crew", "Card 2", "Card 3");
    }

    [Fact]
    public async Task ItemAndList_AreDeleted_AndTakenBack()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync(App.Ada);
        await Button(ada, "Add a checklist").ClickAsync();
        await ada.GetByLabel("Checklist", new() { Exact = true }).PressAsync("Enter");
        await ada.GetByLabel("Add an item to Checklist").FillAsync("One");
        await ada.Keyboard.PressAsync("Enter");
        await ExpectItemsAsync(ada, "One");

        await Button(ada, "Delete checklist Checklist").ClickAsync();
        await Assertions.Expect(ada.Locator(".panel .item")).ToHaveCountAsync(0);
        await Button(ada, "Undo").Last.ClickAsync();
        await ExpectItemsAsync(ada, "One");
    }

    [Fact]
    public async Task Items_AreDraggedWithinAList_AndIntoAnother_AndTakenBack()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync(App.Ada);
        await AddListAsync(ada, "Before", "Call the yard\nPrint signs\nTell the crew");
        await AddListAsync(ada, "After", "Sweep");
        var bo = await OpenCardAsync(App.Bo);

        await DragAsync(ada, Item(ada, "Call the yard"), Item(ada, "Tell the crew"), below: true);
        await ExpectItemsAsync(bo, "Print signs", "Tell the crew", "Call the yard", "Sweep");
        await ExpectItemsAsync(ada, "Print signs", "Tell the crew", "Call the yard", "Sweep");
        // The click that ends a drag does not begin to edit.
        await Assertions.Expect(ada.Locator(".panel .item input")).ToHaveCountAsync(0);

        await DragAsync(ada, Item(ada, "Tell the crew"), Item(ada, "Sweep"));
        var lists = bo.Locator("[data-checklist]");
        await Assertions.Expect(lists.Nth(0).Locator(".tx")).ToHaveTextAsync(["Print signs", "Call the yard"]);
        await Assertions.Expect(lists.Nth(1).Locator(".tx")).ToHaveTextAsync(["Tell the crew", "Sweep"]);
        await Assertions.Expect(ada.Locator(".drag-ghost, [data-lifted]")).ToHaveCountAsync(0);

        await Button(ada, "Undo").Last.ClickAsync();
        await ExpectItemsAsync(bo, "Print signs", "Tell the crew", "Call the yard", "Sweep");
    }

    [Fact]
    public async Task ItemInHand_WithEsc_StaysWhereItWas_AndOutsideTheCardItGoesNowhere()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync(App.Ada);
        await AddListAsync(ada, "Before", "One\nTwo\nThree");
        var before = (await App.ReadAsync()).Version;

        await StartDragAsync(ada, Item(ada, "One"), Item(ada, "Three"), below: true);
        await ada.Keyboard.PressAsync("Escape");
        await ada.Mouse.UpAsync();
        await Assertions.Expect(ada.Locator(".drag-ghost, [data-lifted]")).ToHaveCountAsync(0);
        await Assertions.Expect(ada.Locator("aside.panel")).ToBeVisibleAsync();

        await StartDragAsync(ada, Item(ada, "One"), Item(ada, "Three"), below: true);
        await ada.Mouse.MoveAsync(100, 300, new() { Steps = 5 });
        await Assertions.Expect(ada.Locator(".drop-line")).ToHaveCountAsync(0);
        await ada.Mouse.UpAsync();
        await Assertions.Expect(ada.Locator(".drag-ghost, [data-lifted]")).ToHaveCountAsync(0);

        await ExpectItemsAsync(ada, "One", "Two", "Three");
        Assert.Equal(before, (await App.ReadAsync()).Version);
    }

    [Fact]
    public async Task OnAPhone_ALongPressLiftsAnItem()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync(App.Ada, Finger.Phone);
        await AddListAsync(ada, "Before", "One\nTwo\nThree");
        await Item(ada, "Three").ScrollIntoViewIfNeededAsync();
        var finger = await Finger.OfAsync(ada);
        var (from, to) = (await Item(ada, "One").BoundingBoxAsync(), await Item(ada, "Three").BoundingBoxAsync());

        await finger.LiftAsync(Item(ada, "One"));
        await finger.MoveByAsync(0, to!.Y + to.Height - from!.Y);
        await finger.UpAsync();

        await ExpectItemsAsync(ada, "Two", "Three", "One");
        await Assertions.Expect(ada.Locator(".drag-ghost, [data-lifted]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ItemThatBecameACard_IsAnItemAgain()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync(App.Ada);
        await AddListAsync(ada, "Before", "One\nTwo");
        var bo = await OpenCardAsync(App.Bo);

        await TurnAsync();
        await Button(ada, "Undo").Last.ClickAsync();
        await ExpectItemsAsync(bo, "One", "Two");
        await ExpectTilesAsync(bo, "Ready", "Card 1", "Card 2", "Card 3");

        await TurnAsync();
        await ada.Keyboard.PressAsync("Control+z");
        await ExpectItemsAsync(bo, "One", "Two");
        await ExpectTilesAsync(bo, "Ready", "Card 1", "Card 2", "Card 3");

        async Task TurnAsync()
        {
            await Button(ada, "More for Two").ClickAsync();
            await Button(ada, "Make a card of it").ClickAsync();
            await ExpectItemsAsync(bo, "One");
            await ExpectTilesAsync(bo, "Ready", "Card 1", "Two", "Card 2", "Card 3");
        }
    }

    private static ILocator Item(IPage page, string text) => page.Locator(".panel .item .tx", new() { HasText = text });

    private static async Task AddListAsync(IPage page, string name, string items)
    {
        await Button(page, "Add a checklist").ClickAsync();
        await page.GetByLabel("Checklist", new() { Exact = true }).FillAsync(name);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel($"Add an item to {name}").FillAsync(items);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Item(page, items.Split('\n')[^1])).ToBeVisibleAsync();
    }

    private static Task ExpectItemsAsync(IPage page, params string[] texts) =>
        Assertions.Expect(page.Locator(".panel .item .tx")).ToHaveTextAsync(texts);

    private async Task<IPage> OpenCardAsync(LiveBoard.Testing.TestUser user, BrowserNewContextOptions? options = null)
    {
        var page = await App.OpenBoardAsync(user, options);
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await Assertions.Expect(Button(page, "Add a checklist")).ToBeVisibleAsync();
        return page;
    }
}
