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

    private static Task ExpectItemsAsync(IPage page, params string[] texts) =>
        Assertions.Expect(page.Locator(".panel .item .tx")).ToHaveTextAsync(texts);

    private async Task<IPage> OpenCardAsync(LiveBoard.Testing.TestUser user)
    {
        var page = await App.OpenBoardAsync(user);
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await Assertions.Expect(Button(page, "Add a checklist")).ToBeVisibleAsync();
        return page;
    }
}
