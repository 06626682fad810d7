using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

public sealed class KeyboardStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task SpaceLifts_ArrowsMove_SpaceDrops_AndEachStepIsAnnounced()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);
        var announcer = ada.Locator("#announcer");

        await Tile(ada, "Card 2").Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync(" ");
        await Assertions
            .Expect(announcer)
            .ToHaveTextAsync("Card 2 lifted. Arrow keys move it, Space drops it, Escape cancels.");
        await ada.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(announcer).ToHaveTextAsync("In progress, position 1 of 1.");
        await ada.Keyboard.PressAsync(" ");

        await Assertions.Expect(announcer).ToHaveTextAsync("Card 2 dropped in In progress, position 1 of 1.");
        await ExpectTilesAsync(bo, "In progress", "Card 2");
        await Assertions.Expect(Tile(ada, "Card 2").Locator(".tile-link")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task WithinAColumn_ACardMovesDown()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);

        await Tile(ada, "Card 1").Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync(" ");
        await ada.Keyboard.PressAsync("ArrowDown");
        await ada.Keyboard.PressAsync("Enter");

        await ExpectTilesAsync(ada, "Ready", "Card 2", "Card 1", "Card 3");
    }

    [Fact]
    public async Task Esc_LeavesTheCardWhereItWas()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var before = (await App.ReadAsync()).Version;

        await Tile(ada, "Card 1").Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync(" ");
        await ada.Keyboard.PressAsync("ArrowRight");
        await ada.Keyboard.PressAsync("Escape");

        await Assertions.Expect(ada.Locator("#announcer")).ToHaveTextAsync("Card 1 stays where it was.");
        Assert.Equal(before, (await App.ReadAsync()).Version);
    }

    [Fact]
    public async Task CtrlZ_TakesBackTheMove()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        await Tile(ada, "Card 2").Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync(" ");
        await ada.Keyboard.PressAsync("ArrowRight");
        await ada.Keyboard.PressAsync(" ");
        await ExpectTilesAsync(ada, "In progress", "Card 2");

        await ada.Keyboard.PressAsync("Control+z");

        await ExpectTilesAsync(ada, "Ready", "Card 1", "Card 2", "Card 3");
    }

    [Fact]
    public async Task TheMoveDialog_MovesWithoutDragging()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        await Tile(ada, "Card 3").Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync("m");

        var dialog = ada.Locator(".mud-dialog");
        await dialog.GetByLabel("Column").SelectOptionAsync(new SelectOptionValue { Label = "Done (0)" });
        await ada.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        await ExpectTilesAsync(ada, "Done", "Card 3");
    }

    [Fact]
    public async Task TheBoardsMenu_OpensAtItsButton_AndIsWalkedAndLeft()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var button = ada.GetByRole(AriaRole.Button, new() { Name = "Board menu" });
        var entries = ada.GetByRole(AriaRole.Menuitem);

        await button.FocusAsync();
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(entries.First).ToBeFocusedAsync();
        var (menu, corner) = ((await entries.First.BoundingBoxAsync())!, (await button.BoundingBoxAsync())!);
        Assert.InRange(menu.Y, corner.Y, corner.Y + 2 * corner.Height);
        Assert.InRange(menu.X + menu.Width, corner.X - corner.Width, corner.X + 2 * menu.Width);

        await ada.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(entries.Last).ToBeFocusedAsync();
        await ada.Keyboard.PressAsync("Escape");
        await Assertions.Expect(entries).ToHaveCountAsync(0);
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ACardsMenu_IsChosenFrom()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);

        await Tile(ada, "Card 2").Locator("[data-act=menu]").FocusAsync();
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await ada.Keyboard.PressAsync("a");
        await ada.Keyboard.PressAsync("Enter");

        await ExpectTilesAsync(ada, "Ready", "Card 1", "Card 3");
    }

    [Fact]
    public async Task AfterAStaticPage_MenusStillStandWhereTheyBelong_AndChoosingGivesTheFocusBack()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenAsync(App.Ada);
        await ada.GotoAsync($"{App.Url}/profile");
        await ada.Locator("a[href='/']").First.ClickAsync();
        await ada.GetByRole(AriaRole.Link, new() { Name = "Winter timetable" }).First.ClickAsync();
        await ada.Locator(".lanes[data-live]").WaitForAsync();
        var button = ada.GetByRole(AriaRole.Button, new() { Name = "Board menu" });

        await button.FocusAsync();
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Locator(".mud-popover-open")).ToHaveCSSAsync("position", "absolute");
        await Assertions.Expect(ada.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await ada.Keyboard.PressAsync("Enter");

        await Assertions.Expect(ada.Locator(".bar .starred")).ToHaveCountAsync(1);
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task ADialogWhoseRowBecameAQuestion_StillClosesWithEsc()
    {
        await App.MakeDemoBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        await ada.GetByRole(AriaRole.Button, new() { Name = "Board menu" }).ClickAsync();
        await ada.GetByRole(AriaRole.Menuitem, new() { Name = "Labels" }).ClickAsync();
        var dialog = ada.GetByRole(AriaRole.Dialog);

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Change the label" }).First.ClickAsync();
        await Assertions.Expect(dialog.Locator(".label-form input").First).ToBeFocusedAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).First.ClickAsync();
        await Assertions.Expect(Button(ada, "Delete")).ToBeVisibleAsync();
        await ada.Keyboard.PressAsync("Escape");

        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
