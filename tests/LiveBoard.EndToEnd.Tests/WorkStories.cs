using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>What one is given on any board is on one page at once, and what one missed is told when one comes back.</summary>
public sealed class WorkStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task Ada_GivesBoACard_AndBosWorkShowsIt_FollowsIt_AndLosesIt()
    {
        await App.MakeBoardAsync();
        var bo = await App.OpenAsync(App.Bo);
        await GoAsync(bo, "my");
        await Assertions.Expect(bo.GetByText("Nothing is waiting for you")).ToBeVisibleAsync();
        var ada = await App.OpenBoardAsync(App.Ada);

        await Tile(ada, "Card 2").Locator(".tile-link").ClickAsync();
        await Button(ada, "Change people").ClickAsync();
        await ada.Locator(".sheet:popover-open .opt-row", new() { HasText = "Bo Berg" }).ClickAsync();

        var row = bo.Locator("section[aria-label='No date'] .wk");
        await Assertions.Expect(row.Locator(".wk-a")).ToHaveTextAsync("#2 Card 2");
        await Assertions.Expect(row).ToContainTextAsync("Winter timetable");
        await Assertions
            .Expect(bo.Locator(".rail").GetByRole(AriaRole.Link, new() { Name = "My work, 1 open card", Exact = true }))
            .ToBeVisibleAsync();

        await ada.GotoAsync($"{App.Url}/b/{App.BoardId}");
        await ada.Locator(".lanes[data-live]").WaitForAsync();
        await DragAsync(ada, Tile(ada, "Card 2"), Lane(ada, "In progress").Locator(".cards"));
        await Assertions.Expect(row.Locator(".wk-col")).ToHaveTextAsync("In progress");
        await Assertions.Expect(ada.Locator(".drag-ghost")).ToHaveCountAsync(0);
        await DragAsync(ada, Tile(ada, "Card 2"), Lane(ada, "Done").Locator(".cards"));
        await Assertions.Expect(bo.GetByText("Nothing is waiting for you")).ToBeVisibleAsync();

        await App.SendAsync(
            new MoveCard
            {
                BoardId = App.BoardId,
                CardId = (await App.ReadAsync()).FindCard(2)!.Id,
                ToColumnId = (await App.ReadAsync()).Columns[0].Id,
            }
        );
        await Assertions.Expect(row).ToBeVisibleAsync();
        await App.SendAsync(
            new SetBoardAccess
            {
                BoardId = App.BoardId,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Viewer,
            }
        );
        await Assertions.Expect(bo.GetByText("Winter timetable")).ToHaveCountAsync(0, new() { Timeout = 2_000 });
    }

    [Fact]
    public async Task Bo_WasAway_ReadsWhatAdaMoved_AndAdaLooksAtBosWork()
    {
        var board = await App.MakeBoardAsync();
        await GiveBoAsync(board.FindCard(3)!);
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);
        var here = ada.Locator(".bar .stack .av[title^='Bo Berg']");
        await Assertions.Expect(here).ToHaveCountAsync(1);
        await WaitUntilVisitIsKeptAsync();
        await GoAsync(bo, "");
        await Assertions.Expect(here).ToHaveCountAsync(0);
        await WasAwayAsync();
        await DragAsync(ada, Tile(ada, "Card 1"), Lane(ada, "In progress").Locator(".cards"));
        await ExpectTilesAsync(ada, "In progress", "Card 1");

        await bo.GotoAsync($"{App.Url}/b/{App.BoardId}");
        await Assertions.Expect(bo.Locator(".was-away p")).ToHaveTextAsync("While you were away: 1 card moved");
        await Button(bo, "Show all").ClickAsync();
        var card = bo.Locator(".away-card");
        await Assertions.Expect(card).ToContainTextAsync("Ada Admin moved this from Ready to In progress");
        await card.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(bo.Locator(".ptitle")).ToHaveTextAsync("Card 1");
        await Assertions.Expect(bo.Locator(".away-sheet")).ToBeHiddenAsync();
        await bo.Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await bo.Locator(".was-away").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(bo.Locator(".was-away")).ToHaveCountAsync(0);

        await GoAsync(ada, "my");
        await Button(ada, "Whose work: Ada Admin").ClickAsync();
        await ada.Locator(".wk-people").GetByRole(AriaRole.Link, new() { Name = "Bo Berg" }).ClickAsync();
        await Assertions.Expect(ada.Locator("h1")).ToHaveTextAsync("Work of Bo Berg");
        await Assertions.Expect(ada.Locator(".wk-a")).ToHaveTextAsync("#3 Card 3");
    }

    [Fact]
    public async Task Work_IsAccessible_AndFitsOnAPhone()
    {
        await FillAsync();
        var report = new AccessibilityReport();
        var page = await App.OpenAsync(App.Bo, AccessibilityReport.Browser);
        await GoAsync(page, "my");
        await page.Locator(".wk-watched summary").ClickAsync();
        await report.LookAtAsync(page, "my work");
        await Button(page, "Whose work: Bo Berg").ClickAsync();
        await page.Locator(".wk-people:popover-open").WaitForAsync();
        await report.LookAtAsync(page, "whose work");
        await page.Keyboard.PressAsync("Escape");
        foreach (var width in new[] { 1920, 720, 375 })
        {
            await page.SetViewportSizeAsync(width, 800);
            var tooWide = await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll(".page, .page :is(ul, li, section), .bar, .tabs-b")]
                    .filter(e => e.scrollWidth > e.clientWidth + 1)
                    .map(e => `${e.tagName}.${e.className} ${e.scrollWidth} > ${e.clientWidth}`)
                """
            );
            Assert.Empty(tooWide);
        }

        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync($"{App.Url}/b/{App.BoardId}");
        await page.Locator(".lanes[data-live]").WaitForAsync();
        await WaitUntilVisitIsKeptAsync();
        await GoAsync(page, $"my/{Guid.NewGuid()}");
        await page.GetByText("There is nobody like that here").First.WaitForAsync();
        await report.LookAtAsync(page, "nobody's work");
        // What was said before the board was opened at all: a tile that changes has a colour of its own for a while.
        await WasAwayAsync(seen: 1);
        await page.GotoAsync($"{App.Url}/b/{App.BoardId}");
        await Button(page, "Show all").ClickAsync();
        await page.Locator(".away-sheet:popover-open").WaitForAsync();
        await report.LookAtAsync(page, "while you were away");

        report.ExpectNothing();
    }

    /// <summary>Something of everything for Bo.</summary>
    private async Task FillAsync()
    {
        var board = await App.MakeDemoBoardAsync();
        var cards = board.Columns.SelectMany(c => c.Cards).OrderBy(c => c.Number).ToList();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        foreach (var (card, days) in cards.Zip([-2, 0.1, 2, 30]))
        {
            await GiveBoAsync(card);
            await App.SendAsync(
                new SetCardDue
                {
                    BoardId = App.BoardId,
                    CardId = card.Id,
                    DueAt = now.AddDays(days),
                }
            );
        }

        await GiveBoAsync(cards[4]);
        await SayAsync(cards[5].Number, "Look, @Bo Berg");
        await App.SendAsync(
            new AddComment
            {
                BoardId = App.BoardId,
                CardId = cards[6].Id,
                Text = "I was here",
            },
            App.Bo
        );
    }

    private Task GiveBoAsync(CardSnapshot card) =>
        App.SendAsync(
            new SetCardAssignee
            {
                BoardId = App.BoardId,
                CardId = card.Id,
                PersonId = App.Bo.Id,
                IsOn = true,
            }
        );

    private async Task SayAsync(int number, string text) =>
        await App.SendAsync(
            new AddComment
            {
                BoardId = App.BoardId,
                CardId = (await App.ReadAsync()).FindCard(number)!.Id,
                Text = text,
            }
        );

    /// <summary>It is noted after the board is there.</summary>
    private async Task WaitUntilVisitIsKeptAsync()
    {
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var bus = App.App.Services.GetRequiredService<IBoardEventBus>();
        using var listening = bus.SubscribeDirectory(_ => TryNote());
        TryNote();
        await kept.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        void TryNote()
        {
            using var db = App.App.CreateDbContext();
            if (db.BoardBookmarks.Any(b => b.PersonId == App.Bo.Id && b.LastVisitedAt != null))
            {
                kept.TrySetResult();
            }
        }
    }

    /// <summary>Puts Bo's last look at the board back by as long as somebody is away.</summary>
    private async Task WasAwayAsync(long? seen = null)
    {
        await using var db = App.App.CreateDbContext();
        var bookmark = await db.BoardBookmarks.SingleAsync(b => b.PersonId == App.Bo.Id);
        bookmark.LastVisitedAt -= AwayReader.Away + TimeSpan.FromMinutes(1);
        bookmark.LastSeenVersion = seen ?? bookmark.LastSeenVersion;
        await db.SaveChangesAsync();
    }
}
