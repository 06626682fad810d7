using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Single keys do what their buttons do, and never what is typed.</summary>
public sealed class ShortcutStories(Chromium chromium) : StoryTest(chromium)
{
    private IPage _page = null!;

    /// <summary>A dialog takes its keys once it has the focus.</summary>
    private ILocator FocusInDialog => _page.Locator(".mud-dialog:focus, .mud-dialog :focus");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.MakeBoardAsync();
        _page = await App.OpenBoardAsync(App.Ada);
    }

    [Fact]
    public async Task QuestionMark_ListsTheKeys_AndEscLeavesTheList()
    {
        await _page.Keyboard.PressAsync("?");
        await Assertions.Expect(_page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Keyboard shortcuts");
        await Assertions.Expect(FocusInDialog).Not.ToHaveCountAsync(0);
        await _page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(_page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task C_BeginsACard_AndTypingItsNameStartsNothingElse()
    {
        await _page.Keyboard.PressAsync("c");
        var field = Lane(_page, "Ready").GetByRole(AriaRole.Textbox);
        await Assertions.Expect(field).ToBeFocusedAsync();
        await field.PressSequentiallyAsync("clam? ");
        await field.PressAsync("Enter");

        await Assertions.Expect(Tile(_page, "clam?")).ToBeVisibleAsync();
        await Assertions.Expect(_page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("l", "#pick-labels")]
    [InlineData("a", "#pick-people")]
    public async Task OnATile_OpensItsCard_AtTheSheet(string key, string sheet)
    {
        await Tile(_page, "Card 2").Locator(".tile-link").FocusAsync();
        await _page.Keyboard.PressAsync(key);

        await Assertions.Expect(_page.Locator(".ptitle")).ToHaveTextAsync("Card 2");
        await Assertions.Expect(_page.Locator($"{sheet}:popover-open")).ToBeVisibleAsync();
        // Esc closes one thing after the other, and gives the focus back.
        await _page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(_page.Locator(sheet)).ToBeHiddenAsync();
        await Assertions.Expect(_page.Locator(".panel")).ToBeVisibleAsync();
        await _page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(_page.Locator(".panel")).ToHaveCountAsync(0);
        await Assertions.Expect(Tile(_page, "Card 2").Locator(".tile-link")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task InAnOpenCard_KeysReachItsParts()
    {
        await Tile(_page, "Card 1").Locator(".tile-link").FocusAsync();
        await _page.Keyboard.PressAsync("d");
        await Assertions.Expect(_page.Locator(".panel").GetByLabel("Due", new() { Exact = true })).ToBeFocusedAsync();
        await _page.Locator(".panel .body").FocusAsync();

        await _page.Keyboard.PressAsync("m");
        await Assertions.Expect(_page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Column");
        await Assertions.Expect(FocusInDialog).Not.ToHaveCountAsync(0);
        await _page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(_page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await _page.Locator(".panel .body").FocusAsync();
        await _page.Keyboard.PressAsync("e");
        await Assertions.Expect(_page.Locator(".panel .cm-content")).ToBeFocusedAsync();
    }
}
