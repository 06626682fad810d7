using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Two people change the same field: both values are shown, and the second of them chooses.</summary>
public sealed class ClashStories(Chromium chromium) : StoryTest(chromium)
{
    [Theory]
    [InlineData("Save mine", "Bo's title")]
    [InlineData("Keep theirs", "Ada's title")]
    public async Task Title(string choice, string outcome)
    {
        var bo = await OpenCardAsync();
        await bo.Locator(".ptitle button").ClickAsync();
        await bo.GetByLabel("Card title").FillAsync("Bo's title");

        await App.SendAsync(
            new RenameCard
            {
                BoardId = App.BoardId,
                CardId = (await App.ReadAsync()).Columns[0].Cards[0].Id,
                Title = "Ada's title",
            }
        );
        await Assertions.Expect(Tile(bo, "Ada's title")).ToBeVisibleAsync();
        await bo.GetByLabel("Card title").PressAsync("Enter");

        await Assertions.Expect(bo.Locator(".clash")).ToContainTextAsync("Ada's title");
        await Assertions.Expect(bo.Locator(".clash")).ToContainTextAsync("Bo's title");
        await Button(bo, choice).ClickAsync();
        await Assertions.Expect(bo.Locator(".clash")).ToHaveCountAsync(0);
        await Assertions.Expect(bo.Locator(".ptitle")).ToHaveTextAsync(outcome);
    }

    [Fact]
    public async Task DueDate()
    {
        var bo = await OpenCardAsync();
        await bo.Locator(".panel").GetByLabel("Due", new() { Exact = true }).FocusAsync();
        // His page knows what he has read before hers comes.
        await bo.Locator(".panel").GetByLabel("Start", new() { Exact = true }).FillAsync("2026-12-01");
        await bo.Locator(".panel").GetByLabel("Due", new() { Exact = true }).FocusAsync();
        await App.SendAsync(
            new SetCardDue
            {
                BoardId = App.BoardId,
                CardId = (await App.ReadAsync()).Columns[0].Cards[0].Id,
                DueAt = new DateTime(2026, 12, 24, 12, 0, 0, DateTimeKind.Utc),
            }
        );
        await Assertions.Expect(Tile(bo, "Card 1")).ToContainTextAsync("24 Dec");

        await bo.Locator(".panel").GetByLabel("Due", new() { Exact = true }).FillAsync("2026-12-31T10:00");

        await Assertions.Expect(bo.Locator(".clash")).ToContainTextAsync("24 Dec 2026");
        await Button(bo, "Save mine").ClickAsync();
        await Assertions.Expect(Tile(bo, "Card 1")).ToContainTextAsync("31 Dec");
    }

    private async Task<IPage> OpenCardAsync()
    {
        await App.MakeBoardAsync();
        var page = await App.OpenBoardAsync(App.Bo);
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await Assertions.Expect(page.Locator(".ptitle button")).ToBeVisibleAsync();
        return page;
    }
}
