using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Links;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A card says on the board what it waits for, and stops saying so by itself.</summary>
public sealed class BlockerStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task CardThatWaits_SaysForWhat_UntilTheOtherOneIsDone()
    {
        var board = await App.MakeBoardAsync();
        var (ada, bo) = (await App.OpenBoardAsync(App.Ada), await App.OpenBoardAsync(App.Bo));
        var cards = board.Columns[0].Cards;
        var link = new LinkCards
        {
            BoardId = App.BoardId,
            CardId = cards[1].Id,
            ToCardId = cards[0].Id,
            Kind = CardLinkKind.Blocks,
        };

        await App.SendAsync(link);
        await Assertions.Expect(Chip(bo)).ToHaveTextAsync("Blocked by #2");
        await App.SendAsync(link with { CommandId = Guid.CreateVersion7(), CardId = cards[2].Id });
        await Assertions.Expect(Chip(bo)).ToHaveTextAsync("Blocked by #2 +1");
        await Assertions.Expect(Chip(bo)).ToHaveAttributeAsync("title", "Blocked by #2, #3");
        await Assertions.Expect(bo.Locator(".tile .chip.blk")).ToHaveCountAsync(1);

        await DragAsync(ada, Tile(ada, "Card 2"), Lane(ada, "Done").Locator(".cards"));
        await Assertions.Expect(Chip(bo)).ToHaveTextAsync("Blocked by #3");
        await DragAsync(ada, Tile(ada, "Card 3"), Lane(ada, "Done").Locator(".cards"));
        await Assertions.Expect(Chip(bo)).ToHaveCountAsync(0);
        await ada.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Chip(bo)).ToHaveTextAsync("Blocked by #3");
    }

    private static ILocator Chip(IPage page) => Tile(page, "Card 1").Locator(".chip.blk");
}
