using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>
/// Hostile text stands on the board letter by letter and does nothing; with the content security policy, which must have
/// nothing to stop, and without it, when nothing else would stop what got through.
/// </summary>
public sealed class HostileTextStories(Chromium chromium) : HostileBoardStory(chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnTheBoard_ItIsText(bool isPolicyOff)
    {
        var ada = await OpenAsync(App.Ada, "", isPolicyOff);
        var tile = ada.Locator("article.tile").First;
        await ExpectTextAsync(ada.Locator(".bar h1"), "board");
        await Assertions.Expect(ada).ToHaveTitleAsync($"{HostileText.Of("board")} - LiveBoard");
        await ExpectTextAsync(ada.Locator("section.lane h2").First, "first");
        await ExpectTextAsync(ada.Locator(".ruler a .vh").First, "first");
        await ExpectTextAsync(tile.Locator(".tile-link"), "full");
        await ExpectTextAsync(tile.Locator(".lb"), "label");
        await ExpectTitleAsync(tile.Locator(".av").First, HostileText.Of("guest"));
        await ExpectTitleAsync(tile.Locator(".av").Last, HostileText.Of("mal"));

        await Button(ada, "Label").ClickAsync();
        await ExpectTextAsync(ada.Locator("#filter-tag .lb"), "label");
        await ada.Keyboard.PressAsync("Escape");
        await Button(ada, "Person").ClickAsync();
        await ExpectTextAsync(ada.Locator("#filter-user .cut").Last, "mal");
        await ada.Keyboard.PressAsync("Escape");
        await ada.Keyboard.PressAsync("/");
        await ada.Keyboard.InsertTextAsync(HostileText.Of("full"));
        await ada.Keyboard.PressAsync("Enter");
        await Button(ada, "Clear filter").WaitForAsync();
        await ada.ReloadAsync();
        await Assertions.Expect(ada.Locator("[data-filter-input]")).ToHaveValueAsync(HostileText.Of("full"));
        await ada.Locator(".lanes[data-live]").WaitForAsync();
        await Assertions.Expect(ada.Locator("article.tile")).ToHaveCountAsync(1);

        ExpectNothing();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InWhatIsSaidOfOthersAndOfTheViewersDoings_ItIsText(bool isPolicyOff)
    {
        var other = (await App.ReadAsync()).FindCard(2)!;
        var ada = await OpenAsync(App.Ada, "", isPolicyOff);
        var tile = ada.Locator($"article.tile[data-card='{other.Id}']");
        await OpenAsync(Mal, "/c/2", isPolicyOff);
        await ExpectTitleAsync(ada.Locator(".bar .stack .av"), $"{HostileText.Of("mal")}, in #2");
        await ExpectTitleAsync(tile.Locator(".here .av"), HostileText.Of("mal"));
        await App.SendAsync(
            new RenameCard
            {
                BoardId = App.BoardId,
                CardId = other.Id,
                Title = HostileText.Of("renamed"),
            },
            Mal
        );
        await ExpectTextAsync(tile.Locator(".tile-link"), "renamed");
        await Assertions.Expect(tile.Locator(".who")).ToHaveTextAsync($"{FirstWord("mal")} renamed this");

        await tile.Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync(" ");
        await Assertions.Expect(ada.Locator("#announcer")).ToContainTextAsync($"{HostileText.Of("renamed")} lifted");
        await ada.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(ada.Locator("#announcer")).ToContainTextAsync(HostileText.Of("second"));
        await ada.Keyboard.PressAsync("Escape");
        await ada.Keyboard.PressAsync("F2");
        await Assertions.Expect(ada.GetByLabel("Card title")).ToHaveValueAsync(HostileText.Of("renamed"));
        await ada.Keyboard.PressAsync("Escape");
        await ada.Locator("section.lane h2").First.DblClickAsync();
        await Assertions.Expect(ada.GetByLabel("Column name")).ToHaveValueAsync(HostileText.Of("first"));
        await ada.Keyboard.PressAsync("Escape");

        await tile.ClickAsync(new() { Button = MouseButton.Right });
        await ada.GetByText("Archive", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(ada.Locator(".snack")).ToContainTextAsync($"Archived “{HostileText.Of("renamed")}”");

        ExpectNothing();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnACard_ItIsText(bool isPolicyOff)
    {
        var ada = await OpenAsync(App.Ada, "/c/1", isPolicyOff);
        var panel = ada.Locator(".panel");
        await Assertions.Expect(ada).ToHaveTitleAsync($"#1 {HostileText.Of("full")} - {HostileText.Of("board")}");
        await ExpectTextAsync(panel.Locator(".ptitle"), "full");
        await ExpectTextAsync(panel.Locator(".phead bdi"), "first");
        await ExpectTextAsync(panel.Locator(".who .cut", new() { HasText = "guest" }), "guest");
        await ExpectTextAsync(panel.Locator(".v > .lb"), "label");
        await ExpectTextAsync(panel.Locator(".sec-h h3", new() { HasText = "checklist" }), "checklist");
        await ExpectTextAsync(panel.Locator(".item .tx").Nth(0), "item");
        await ExpectTextAsync(panel.Locator(".att div.cut"), "file");
        await ExpectTextAsync(panel.Locator(".att a"), "link");
        await Assertions.Expect(panel.Locator(".att a")).ToHaveAttributeAsync("href", HostileBoard.Address);
        await ExpectTextAsync(panel.Locator(".cm .hd b").First, "guest");
        await ExpectTextAsync(panel.Locator(".cm .markdown").Last, "comment");
        await Assertions
            .Expect(panel.Locator(".entry", new() { HasText = "before" }))
            .ToContainTextAsync($"{HostileText.Of("guest")} renamed this from “{HostileText.Of("before")[..80]}…”");
        await Assertions
            .Expect(panel.Locator(".entry", new() { HasText = "moved" }))
            .ToContainTextAsync($"moved this from {HostileText.Of("second")} to {HostileText.Of("first")[..80]}");
        await ExpectMarkdownAsync(panel.Locator(".markdown").First);
        await ExpectMarkdownAsync(panel.Locator(".cm .markdown").First);

        await Button(ada, "Change people").ClickAsync();
        await ExpectTextAsync(ada.Locator("#pick-people .cut", new() { HasText = "mal" }), "mal");
        await ada.Keyboard.PressAsync("Escape");
        await Button(ada, "Change labels").ClickAsync();
        await ExpectTextAsync(ada.Locator("#pick-labels .lb"), "label");
        await ada.Keyboard.PressAsync("Escape");
        await Button(ada, "Edit").ClickAsync();
        await Assertions.Expect(ada.Locator(".cm-content")).ToContainTextAsync(HostileText.Markdown.Split('\n')[0]);
        await ada.Locator(".ptitle button").ClickAsync();
        await ada.GetByLabel("Card title").FillAsync("Mine");
        await App.SendAsync(
            new RenameCard
            {
                BoardId = App.BoardId,
                CardId = (await App.ReadAsync()).FindCard(1)!.Id,
                Title = HostileText.Of("clash"),
            },
            Mal
        );
        await Assertions.Expect(ada).ToHaveTitleAsync($"#1 {HostileText.Of("clash")} - {HostileText.Of("board")}");
        await ada.GetByLabel("Card title").PressAsync("Enter");
        await ExpectTextAsync(ada.Locator(".clash bdi").First, "clash");

        ExpectNothing();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InDialogs_ItIsText(bool isPolicyOff)
    {
        var ada = await OpenAsync(App.Ada, "", isPolicyOff);
        var dialog = ada.Locator(".mud-dialog");

        await OpenDialogAsync(ada, "Board settings");
        await Assertions.Expect(dialog.Locator("input")).ToHaveValueAsync(HostileText.Of("board"));
        await Assertions.Expect(dialog.Locator("textarea").First).ToHaveValueAsync(HostileText.Of("purpose"));
        await CloseDialogAsync(ada);
        await OpenDialogAsync(ada, "Labels");
        await ExpectTextAsync(dialog.Locator(".lb"), "label");
        await dialog.GetByLabel($"Change the label {HostileText.Of("label")}").ClickAsync();
        await Assertions.Expect(dialog.Locator(".label-form input").First).ToHaveValueAsync(HostileText.Of("label"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await dialog.GetByLabel($"Delete the label {HostileText.Of("label")}").ClickAsync();
        await Assertions.Expect(dialog).ToContainTextAsync($"Delete “{HostileText.Of("label")}”?");
        await CloseDialogAsync(ada);
        await OpenDialogAsync(ada, "Archive and trash");
        await ExpectTextAsync(dialog.Locator(".label-row .cut").First, "away");
        await ExpectTextAsync(dialog.Locator(".label-row .cut").Last, "shelved");
        await CloseDialogAsync(ada);
        await Button(ada, "Share").ClickAsync();
        await ExpectTextAsync(dialog.Locator(".label-row .cut", new() { HasText = "mal" }), "mal");
        await dialog.GetByLabel($"Role of {HostileText.Of("mal")}").WaitForAsync();
        await CloseDialogAsync(ada);
        await Button(ada, $"Menu of {HostileText.Of("first")}").ClickAsync();
        await ada.GetByText("Limit and stage…").ClickAsync();
        await ExpectTextAsync(dialog.Locator(".mud-dialog-title h6"), "first");
        await CloseDialogAsync(ada);
        await ada.Locator(".tile-link").First.FocusAsync();
        await ada.Keyboard.PressAsync("m");
        await ExpectTextAsync(dialog.GetByLabel("Board").Locator("option"), "board");
        await Assertions
            .Expect(dialog.GetByLabel("Column").Locator("option"))
            .ToHaveTextAsync([$"{HostileText.Of("first")} (2)", $"{HostileText.Of("second")} (0)"]);
        await Assertions
            .Expect(dialog.GetByLabel("Position").Locator("option").Last)
            .ToContainTextAsync(HostileText.Of("other"));

        ExpectNothing();
    }

    private static async Task OpenDialogAsync(IPage page, string entry)
    {
        await Button(page, "Board menu").ClickAsync();
        await page.GetByText(entry, new() { Exact = true }).ClickAsync();
    }

    private static string FirstWord(string what) => HostileText.Of(what).Split(' ')[0];

    private static Task ExpectTitleAsync(ILocator place, string words) =>
        Assertions.Expect(place).ToHaveAttributeAsync("title", words);

    private static async Task ExpectMarkdownAsync(ILocator place)
    {
        await Assertions.Expect(place).ToContainTextAsync($"<img src=x onerror={HostileText.Script}>");
        await Assertions.Expect(place).ToContainTextAsync($"<script>{HostileText.Script}</script>");
        await Assertions.Expect(place).ToContainTextAsync("Ends");
        await Assertions.Expect(place.Locator("img, script, style, svg, [style], [class]")).ToHaveCountAsync(0);
    }
}
