using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Commands.Fields;
using LiveBoard.Core.Commands.Links;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>axe finds nothing serious on a board with everything on it, its card and its dialogs, in light and in dark.</summary>
public sealed class BoardAccessibilityStories(Chromium chromium) : StoryTest(chromium)
{
    private readonly AccessibilityReport _report = new();

    [Fact]
    public async Task Board_IsAccessible()
    {
        await App.MakeDemoBoardAsync();
        var page = await App.OpenBoardAsync(App.Ada, AccessibilityReport.Browser);
        await App.OpenBoardAsync(App.Bo);
        await page.Locator(".bar .stack .av").WaitForAsync();
        await _report.LookAtAsync(page, "board");

        await Button(page, "Label").ClickAsync();
        await page.Locator("#filter-tag:popover-open").WaitForAsync();
        await _report.LookAtAsync(page, "filter by label");
        await page.Locator("#filter-tag input").First.CheckAsync();
        await Button(page, "Clear filter").WaitForAsync();
        await _report.LookAtAsync(page, "filtered board");
        await page.Keyboard.PressAsync("Escape");
        await Button(page, "Clear filter").ClickAsync();

        await Lane(page, "Inbox").Locator("button.add").ClickAsync();
        await page.Locator(".composer textarea").WaitForAsync();
        await _report.LookAtAsync(page, "new card");
        await Lane(page, "Inbox").Locator("h2").DblClickAsync();
        await page.GetByLabel("Column name").WaitForAsync();
        await _report.LookAtAsync(page, "column renamed");
        await page.Keyboard.PressAsync("Escape");

        await Lane(page, "Ready").Locator("article.tile").First.ClickAsync(new() { Button = MouseButton.Right });
        await page.GetByText("Archive", new() { Exact = true }).WaitForAsync();
        await _report.LookAtAsync(page, "card menu");
        await page.GetByText("Archive", new() { Exact = true }).ClickAsync();
        await Button(page, "Undo").WaitForAsync();
        await _report.LookAtAsync(page, "undo");

        await App.SendAsync(new ArchiveBoard { BoardId = App.BoardId, IsArchived = true });
        await page.Locator(".strip").WaitForAsync();
        await _report.LookAtAsync(page, "archived board");

        _report.ExpectNothing();
    }

    [Fact]
    public async Task BoardOnAPhone_AndWithoutColumns_IsAccessible()
    {
        await App.MakeDemoBoardAsync();
        var phone = new BrowserNewContextOptions(AccessibilityReport.Browser)
        {
            ViewportSize = new() { Width = 375, Height = 700 },
            HasTouch = true,
            IsMobile = true,
        };
        var page = await App.OpenBoardAsync(App.Ada, phone);
        await _report.LookAtAsync(page, "board on a phone");
        await page.Locator("article.tile .tile-link").First.TapAsync();
        await page.Locator(".panel .ptitle").WaitForAsync();
        await _report.LookAtAsync(page, "card on a phone");

        var empty = Guid.CreateVersion7();
        await App.SendAsync(
            new CreateBoard
            {
                BoardId = empty,
                WorkspaceId = App.App.WorkspaceId,
                Name = "Empty",
                Columns = [],
            }
        );
        await GoAsync(page, $"b/{empty}");
        await page.GetByText("No columns yet").WaitForAsync();
        await _report.LookAtAsync(page, "board without columns");
        await page.GotoAsync($"{App.Url}/b/{Guid.NewGuid()}");
        await page.GetByText("There is no board here").WaitForAsync();
        await _report.LookAtAsync(page, "no such board");

        _report.ExpectNothing();
    }

    [Fact]
    public async Task CardPanel_IsAccessible()
    {
        var board = await App.MakeDemoBoardAsync();
        var richest = board.Cards.Values.MaxBy(c => c.CommentCount + c.ChecklistTotal + c.AttachmentCount)!;
        var page = await App.OpenBoardAsync(App.Ada, AccessibilityReport.Browser);
        await GoAsync(page, $"b/{App.BoardId}/c/{richest.Number}");
        await page.Locator(".panel .cm, .panel .item").First.WaitForAsync();
        await _report.LookAtAsync(page, "card");

        await Button(page, "Change people").ClickAsync();
        await page.Locator("#pick-people:popover-open input").First.WaitForAsync();
        await _report.LookAtAsync(page, "people of a card");
        await page.Keyboard.PressAsync("Escape");
        await Button(page, "Change labels").ClickAsync();
        await page.Locator("#pick-labels:popover-open").WaitForAsync();
        await _report.LookAtAsync(page, "labels of a card");
        await page.Keyboard.PressAsync("Escape");

        await Button(page, "Edit").ClickAsync();
        await page.Locator(".cm-content").WaitForAsync();
        await page.Locator(".ptitle button").ClickAsync();
        await page.GetByLabel("Card title").WaitForAsync();
        await _report.LookAtAsync(page, "card written");

        await GoAsync(page, $"b/{App.BoardId}/c/99999");
        await page.Locator(".panel .note").WaitForAsync();
        await _report.LookAtAsync(page, "no such card");

        _report.ExpectNothing();
    }

    [Fact]
    public async Task PartsOfACard_AndNews_AreAccessible()
    {
        await App.MakeBoardAsync();
        var cards = (await App.ReadAsync()).Columns[0].Cards;
        foreach (var type in Enum.GetValues<CustomFieldType>())
        {
            await App.SendAsync(
                new AddField
                {
                    BoardId = App.BoardId,
                    Name = $"{type}",
                    Type = type,
                    Options = type == CustomFieldType.Select ? ["one", "two"] : [],
                    IsOnTile = true,
                }
            );
        }

        await App.SendAsync(
            new LinkCards
            {
                BoardId = App.BoardId,
                CardId = cards[0].Id,
                ToCardId = cards[1].Id,
                Kind = CardLinkKind.Blocks,
                IsBackwards = true,
            }
        );
        await App.SendAsync(
            new AddComment
            {
                BoardId = App.BoardId,
                CardId = cards[0].Id,
                Text = "@Bo Berg, see #2",
            }
        );
        foreach (var text in new[] { "- [ ] one\n- [x] two", "- [ ] one or three\n- [x] two" })
        {
            await App.SendAsync(
                new DescribeCard
                {
                    BoardId = App.BoardId,
                    CardId = cards[0].Id,
                    Description = text,
                }
            );
        }

        var page = await App.OpenBoardAsync(App.Bo, AccessibilityReport.Browser);
        await page.Locator(".rail .badge").WaitForAsync();
        await Button(page, "Notifications, 1 unread").ClickAsync();
        await page.Locator("#news .news").WaitForAsync();
        await _report.LookAtAsync(page, "news");
        await page.Keyboard.PressAsync("Escape");
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await page.Locator(".prop.links li").WaitForAsync();
        await page.Locator(".cm .mention").WaitForAsync();
        await _report.LookAtAsync(page, "card with everything");
        await page.GetByLabel("Write a comment").FillAsync("@");
        await page.Locator(".complete [role=option]").First.WaitForAsync();
        await _report.LookAtAsync(page, "who could be meant");
        await page.GetByLabel("Write a comment").PressAsync("Escape");
        await page.GetByText("Deleted from this card").ClickAsync();
        await page.GetByText("Nothing that could be brought back").WaitForAsync();
        await _report.LookAtAsync(page, "what was deleted");
        await Button(page, "History").ClickAsync();
        await page.Locator(".diff ins").First.WaitForAsync();
        await _report.LookAtAsync(page, "history");
        await CloseDialogAsync(page);
        await Button(page, "Link a card").ClickAsync();
        await page.Locator(".found .opt-row").First.WaitForAsync();
        await _report.LookAtAsync(page, "link");
        await CloseDialogAsync(page);
        await Button(page, "Change the board’s fields").ClickAsync();
        await Button(page, "Edit field Select").ClickAsync();
        await page.Locator(".field-form textarea").WaitForAsync();
        await _report.LookAtAsync(page, "fields");
        await GoAsync(page, "notifications");
        await page.Locator(".news-wish").WaitForAsync();
        await _report.LookAtAsync(page, "notifications");

        _report.ExpectNothing();
    }

    [Fact]
    public async Task Dialogs_AreAccessible()
    {
        var board = await App.MakeDemoBoardAsync();
        await App.SendAsync(new ArchiveColumn { BoardId = App.BoardId, ColumnId = board.Columns[^2].Id });
        var page = await App.OpenBoardAsync(App.Ada, AccessibilityReport.Browser);

        await LookAtDialogAsync(page, "Board settings", "textarea");
        await LookAtDialogAsync(page, "Labels", ".label-form");
        await LookAtDialogAsync(page, "Archive and trash", "h3");

        await Button(page, "Share").ClickAsync();
        await page.Locator(".mud-dialog .label-row").First.WaitForAsync();
        await _report.LookAtAsync(page, "share");
        await CloseDialogAsync(page);

        await Button(page, "Menu of Ready").ClickAsync();
        await page.GetByText("Limit and stage…").ClickAsync();
        await page.Locator(".mud-dialog input").First.WaitForAsync();
        await _report.LookAtAsync(page, "limit and stage");
        await CloseDialogAsync(page);

        await page.Locator("article.tile .tile-link").First.FocusAsync();
        await page.Keyboard.PressAsync("m");
        await page.Locator(".mud-dialog select").First.WaitForAsync();
        await _report.LookAtAsync(page, "move");

        _report.ExpectNothing();
    }

    private async Task LookAtDialogAsync(IPage page, string entry, string content)
    {
        await Button(page, "Board menu").ClickAsync();
        await page.GetByText(entry, new() { Exact = true }).ClickAsync();
        await page.Locator($".mud-dialog {content}").First.WaitForAsync();
        await _report.LookAtAsync(page, entry);
        await CloseDialogAsync(page);
    }

    private static async Task CloseDialogAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
    }
}
