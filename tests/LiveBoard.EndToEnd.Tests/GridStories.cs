using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A board as a table: by keys as in a spreadsheet, with tables from spreadsheets, with others in it.</summary>
public sealed class GridStories(Chromium chromium) : StoryTest(chromium)
{
    private readonly AccessibilityReport _report = new();

    [Fact]
    public async Task ATableFromASpreadsheet_ChangesCards_MakesTheOthers_AndIsTakenBackAsOne()
    {
        await App.MakeBoardAsync();
        var ada = await OpenTableAsync();
        var bo = await OpenTableAsync(isBo: true);
        var before = (await App.ReadAsync()).Version;

        await Cell(ada, "Card 3", 0).ClickAsync();
        await PasteAsync(ada, "Third\tDone\r\n\"New, with\"\tIn progress\r\nNewest\tReady\r\n");

        await ExpectTitlesAsync(bo, "Card 1", "Card 2", "Newest", "New, with", "Third");
        Assert.Equal(before + 1, (await App.ReadAsync()).Version);
        await ada.Keyboard.PressAsync("Control+z");
        await ExpectTitlesAsync(bo, "Card 1", "Card 2", "Card 3");
        Assert.Equal(before + 2, (await App.ReadAsync()).Version);
    }

    [Fact]
    public async Task AnErrorInATable_IsSaidWithItsPlace_AndNothingIsChanged()
    {
        await App.MakeBoardAsync();
        var ada = await OpenTableAsync();
        var before = (await App.ReadAsync()).Version;

        await Cell(ada, "Card 2", 0).ClickAsync();
        await PasteAsync(ada, "Second\tReady\nThird\tNowhere");

        var verdict = ada.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(verdict).ToContainTextAsync("#3, Column: there is no “Nowhere”.");
        Assert.Equal(before, (await App.ReadAsync()).Version);
        await _report.LookAtAsync(ada, "refused paste");
        _report.ExpectNothing();
    }

    [Fact]
    public async Task ByKeysAlone_ACardIsRenamed_ARangeCopied_FilledDown_AndCleared()
    {
        await App.MakeBoardAsync();
        var ada = await OpenTableAsync();
        await ada.Locator("#grid").FocusAsync();

        await ada.Keyboard.PressAsync("ArrowDown");
        await ada.Keyboard.PressAsync("F2");
        await ada.Keyboard.TypeAsync(", renamed");
        await ada.Keyboard.PressAsync("Enter");
        await ExpectTitlesAsync(ada, "Card 1, renamed", "Card 2", "Card 3");
        await _report.LookAtAsync(ada, "table");

        // Over to the due dates: typed into the second card, filled down to the third.
        await ada.Keyboard.PressAsync("End");
        await ada.Keyboard.TypeAsync("2026-12-24");
        await ada.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ada.Locator(".gwin .chip")).ToHaveCountAsync(1);
        await ada.Keyboard.PressAsync("ArrowUp");
        await ada.Keyboard.PressAsync("Shift+ArrowDown");
        await ada.Keyboard.PressAsync("Control+d");
        await Assertions.Expect(ada.Locator(".gwin .chip")).ToHaveCountAsync(2);
        await ada.Keyboard.PressAsync("Delete");
        await Assertions.Expect(ada.Locator(".gwin .chip")).ToHaveCountAsync(0);
        _report.ExpectNothing();
    }

    [Fact]
    public async Task OneCellEditedByTwo_ShowsWhoIsThere_AndBothValues()
    {
        await App.MakeBoardAsync();
        var ada = await OpenTableAsync();
        var bo = await OpenTableAsync(isBo: true);

        await Cell(bo, "Card 2", 0).ClickAsync();
        await Assertions.Expect(Cell(ada, "Card 2", 0)).ToHaveAttributeAsync("data-who", "Bo Berg");
        await Cell(ada, "Card 2", 0).DblClickAsync();
        await ada.Keyboard.TypeAsync(" by Ada");
        await bo.Keyboard.PressAsync("F2");
        await bo.Keyboard.TypeAsync(" by Bo");
        await bo.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cell(ada, "Card 2 by Bo", 0).And(ada.Locator(".lit-a, .lit-b"))).ToHaveCountAsync(1);
        await ada.Keyboard.PressAsync("Enter");

        var verdict = ada.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(verdict).ToContainTextAsync("Card 2 by Bo");
        await Assertions.Expect(verdict).ToContainTextAsync("Card 2 by Ada");
        await verdict.GetByRole(AriaRole.Button, new() { Name = "Take mine" }).ClickAsync();
        await ExpectTitlesAsync(bo, "Card 1", "Card 2 by Ada", "Card 3");
    }

    [Fact]
    public async Task ALongBoard_IsScrolledToItsEnd_WithAWindowOfRows()
    {
        await App.MakeBoardAsync(cards: 200);
        var ready = (await App.ReadAsync()).Columns[0];
        for (var i = 1; i < 5; i++)
        {
            await App.SendAsync(
                new AddCards
                {
                    BoardId = App.BoardId,
                    ColumnId = ready.Id,
                    Titles = [.. Enumerable.Range((i * 200) + 1, 200).Select(n => $"Card {n}")],
                }
            );
        }

        var ada = await OpenTableAsync();
        await ada.Locator("#grid").FocusAsync();
        await ada.Keyboard.PressAsync("ArrowDown");
        await ada.Keyboard.PressAsync("Control+End");

        await Assertions.Expect(Cell(ada, "Card 1000", 0)).ToBeVisibleAsync();
        Assert.True(await ada.Locator(".gwin > .gline").CountAsync() <= 160);
        await Assertions.Expect(ada.Locator("#grid")).ToHaveAttributeAsync("aria-rowcount", "1002");
        await ada.Keyboard.PressAsync("Control+Home");
        await Assertions.Expect(Cell(ada, "Card 1", 0)).ToBeVisibleAsync();
    }

    private static ILocator Cell(IPage page, string title, int column) =>
        page.Locator(".gwin > [data-card]")
            .Filter(new() { Has = page.GetByText(title, new() { Exact = true }) })
            .Locator($"[data-c=\"{column}\"]");

    private static Task ExpectTitlesAsync(IPage page, params string[] titles) =>
        Assertions.Expect(page.Locator(".gwin > [data-card] > [data-c=\"0\"]")).ToHaveTextAsync(titles);

    /// <summary>As a spreadsheet would put it on the clipboard.</summary>
    private static Task PasteAsync(IPage page, string text) =>
        page.EvaluateAsync(
            """
            text => {
                const data = new DataTransfer();
                data.setData("text/plain", text);
                document.activeElement.dispatchEvent(
                    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            text
        );

    private async Task<IPage> OpenTableAsync(bool isBo = false)
    {
        var page = await App.OpenAsync(isBo ? App.Bo : App.Ada, isBo ? null : AccessibilityReport.Browser);
        await page.GotoAsync($"{App.Url}/b/{App.BoardId}/table");
        await page.Locator("#grid[data-live]").WaitForAsync();
        return page;
    }
}
