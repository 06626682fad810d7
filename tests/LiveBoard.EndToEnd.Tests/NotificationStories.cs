using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Comments;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>The bell rings for whom it concerns, wherever they are, and is quiet once they have looked.</summary>
public sealed class NotificationStories(Chromium chromium) : StoryTest(chromium)
{
    private Guid _card;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.MakeBoardAsync();
        _card = (await App.ReadAsync()).FindCard(2)!.Id;
    }

    [Fact]
    public async Task Bo_IsGivenACard_AndNamed_LooksAtIt_AndTheBellIsQuiet()
    {
        var bo = await App.OpenBoardAsync(App.Bo);
        await App.SendAsync(
            new SetCardAssignee
            {
                BoardId = App.BoardId,
                CardId = _card,
                PersonId = App.Bo.Id,
                IsOn = true,
            }
        );
        await Assertions.Expect(Bell(bo, 1)).ToBeVisibleAsync();
        await SayAsync("<b>Look</b>, @Bo Berg");
        await Bell(bo, 2).ClickAsync();

        var news = bo.Locator("#news li");
        await Assertions.Expect(news).ToHaveCountAsync(2);
        await Assertions.Expect(news.First).ToContainTextAsync("Ada Admin named you in a comment");
        await Assertions.Expect(news.First.Locator(".say")).ToHaveTextAsync("<b>Look</b>, @Bo Berg");
        await Assertions.Expect(news.Last).ToContainTextAsync("Ada Admin gave you this card");

        await news.First.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(bo.Locator(".ptitle")).ToHaveTextAsync("Card 2");
        await Assertions.Expect(bo.Locator("#news")).ToBeHiddenAsync();
        await Assertions.Expect(Bell(bo, 0)).ToBeVisibleAsync();
        // What comes while the card is open is seen as it comes.
        await SayAsync("Still there, @Bo Berg?");
        await Assertions.Expect(bo.Locator(".cm")).ToHaveCountAsync(2);
        await Assertions.Expect(Bell(bo, 0)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Bo_WatchesACard_HearsOfIt_AndStops()
    {
        var bo = await App.OpenBoardAsync(App.Bo);
        await Tile(bo, "Card 2").Locator(".tile-link").ClickAsync();
        await Button(bo, "Watch").ClickAsync();
        await Assertions.Expect(Button(bo, "Watching")).ToBeVisibleAsync();
        await Button(bo, "Close").ClickAsync();
        await SayAsync("One");
        await Assertions.Expect(Bell(bo, 1)).ToBeVisibleAsync();

        await Tile(bo, "Card 2").Locator(".tile-link").ClickAsync();
        await Button(bo, "Watching").ClickAsync();
        await Assertions.Expect(Button(bo, "Watch")).ToBeVisibleAsync();
        await Button(bo, "Close").ClickAsync();
        await SayAsync("Two");
        await Assertions.Expect(Tile(bo, "Card 2").Locator(".chip")).ToContainTextAsync("2");
        await Assertions.Expect(Bell(bo, 0)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Bo_ReadsAll_OnThePage_AndChoosesWhatToBeTold()
    {
        await SayAsync("@Bo Berg");
        var bo = await App.OpenBoardAsync(App.Bo);
        await GoAsync(bo, "notifications");
        await Assertions.Expect(bo.Locator(".page .news.new")).ToHaveCountAsync(1);

        await Button(bo, "Mark all as read").ClickAsync();
        await Assertions.Expect(bo.Locator(".page .news.new")).ToHaveCountAsync(0);
        await bo.GetByLabel("Tell me: Somebody names me").UncheckAsync();
        await Assertions.Expect(bo.GetByText("Saved")).ToBeVisibleAsync();
        await SayAsync("@Bo Berg again");

        await bo.ReloadAsync();
        await WaitUntilItListensAsync(bo);
        await Assertions.Expect(bo.GetByLabel("Tell me: Somebody names me")).Not.ToBeCheckedAsync();
        await Assertions.Expect(bo.Locator(".page .news")).ToHaveCountAsync(2);
        await Assertions.Expect(bo.Locator(".page .news").First).ToContainTextAsync("commented");
    }

    private Task SayAsync(string text) =>
        App.SendAsync(
            new AddComment
            {
                BoardId = App.BoardId,
                CardId = _card,
                Text = text,
            }
        );

    private static ILocator Bell(IPage page, int unread) =>
        page.Locator(".rail")
            .GetByRole(
                AriaRole.Button,
                new() { Name = unread == 0 ? "Notifications" : $"Notifications, {unread} unread", Exact = true }
            );
}
