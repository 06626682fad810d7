using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Somebody without an account looks at a board by a link, until it is withdrawn.</summary>
public sealed class GuestStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task AdaSharesALink_TheGuestSeesTheBoardMove_ChangesNothing_AndIsOutWhenItIsWithdrawn()
    {
        var board = await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        await Button(ada, "Share").ClickAsync();
        await ada.GetByLabel("What it is for").FillAsync("For Acme");
        await Button(ada, "Make a link").ClickAsync();
        var link = await ada.GetByLabel("Link for guests").InputValueAsync();

        var guest = await App.OpenEmptyAsync();
        await guest.GotoAsync(link);
        await guest.Locator(".lanes[data-live]").WaitForAsync();
        Assert.DoesNotContain("share", guest.Url, StringComparison.Ordinal);
        await ExpectTilesAsync(guest, "Ready", "Card 1", "Card 2", "Card 3");
        await App.SendAsync(
            new MoveCard
            {
                BoardId = App.BoardId,
                CardId = board.Columns[0].Cards[0].Id,
                ToColumnId = board.Columns[2].Id,
            }
        );
        await ExpectTilesAsync(guest, "Done", "Card 1");

        await Tile(guest, "Card 2").Locator(".tile-link").ClickAsync();
        await Assertions.Expect(guest.Locator("aside.panel h2")).ToHaveTextAsync("Card 2");
        await Assertions.Expect(guest.Locator("aside.panel button.plain")).ToHaveCountAsync(0);
        await Assertions.Expect(guest.GetByRole(AriaRole.Button, new() { Name = "Add" })).ToHaveCountAsync(0);
        await Button(guest, "Close").ClickAsync();
        await Assertions.Expect(guest.Locator("aside.panel")).ToHaveCountAsync(0);
        await Tile(guest, "Card 3").DragToAsync(Lane(guest, "Done"));
        await ExpectTilesAsync(guest, "Done", "Card 1");
        Assert.Equal(2, (await App.ReadAsync()).Columns[0].Cards.Length);

        await Button(ada, "Withdraw For Acme").ClickAsync();
        await Assertions.Expect(guest.GetByText("This board is not shared with you any more")).ToBeVisibleAsync();
        await Assertions.Expect(guest.GetByText("Card 2")).ToHaveCountAsync(0);
        await guest.GotoAsync(link);
        await Assertions.Expect(guest.GetByText("The link does not work")).ToBeVisibleAsync();
        await guest.GotoAsync($"{App.Url}/b/{App.BoardId}");
        await Assertions.Expect(Button(guest, "Sign in")).ToBeVisibleAsync();
    }
}
