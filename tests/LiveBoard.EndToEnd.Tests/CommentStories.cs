using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>People talk on a card, and nothing typed is lost.</summary>
public sealed class CommentStories(Chromium chromium) : StoryTest(chromium)
{
    private const string Draft = "Half of a thought about piers";

    [Fact]
    public async Task AdaComments_BoAnswersWithASign_AdaRewords_AndTakesItBack()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        await Tile(bo, "Card 1").Locator(".tile-link").ClickAsync();

        await ada.GetByLabel("Write a comment").FillAsync("Stairs are **closed** on Monday");
        await ada.GetByLabel("Write a comment").PressAsync("Control+Enter");

        await Assertions.Expect(bo.Locator(".cm strong")).ToHaveTextAsync("closed");
        await Assertions.Expect(ada.GetByLabel("Write a comment")).ToHaveValueAsync("");
        await Button(bo, "Answer with a sign").ClickAsync();
        await Button(bo, "👍").ClickAsync();
        await Assertions.Expect(ada.GetByRole(AriaRole.Button, new() { Name = "👍 by Bo Berg" })).ToBeVisibleAsync();
        await Assertions.Expect(Button(bo, "Edit comment")).ToHaveCountAsync(0);

        await Button(ada, "Edit comment").ClickAsync();
        await ada.GetByRole(AriaRole.Textbox, new() { Name = "Edit comment" }).FillAsync("Stairs are open");
        await Button(ada, "Save").ClickAsync();
        await Assertions.Expect(bo.Locator(".cm .markdown")).ToHaveTextAsync("Stairs are open");
        await Assertions.Expect(bo.Locator(".cm .hd")).ToContainTextAsync("edited");

        await Button(ada, "Delete comment").ClickAsync();
        await Assertions.Expect(bo.Locator(".cm")).ToHaveCountAsync(0);
        await Button(ada, "Undo").ClickAsync();
        await Assertions.Expect(bo.Locator(".cm .markdown")).ToHaveTextAsync("Stairs are open");
    }

    [Fact]
    public async Task WhatAdaTypes_IsThereAfterAReload_AndOnAnotherDevice_UntilItIsSent()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync();
        await ada.GetByLabel("Write a comment").PressSequentiallyAsync(Draft);
        await Assertions.Expect(ada.GetByText("Kept as a draft")).ToBeVisibleAsync();

        await ada.ReloadAsync();
        await Assertions.Expect(ada.GetByLabel("Write a comment")).ToHaveValueAsync(Draft);
        var phone = await OpenCardAsync();
        await Assertions.Expect(phone.GetByLabel("Write a comment")).ToHaveValueAsync(Draft);
        await Button(phone, "Send").ClickAsync();
        await Assertions.Expect(ada.Locator(".cm .markdown")).ToHaveTextAsync(Draft);

        await phone.ReloadAsync();
        await phone.Locator(".lanes[data-live]").WaitForAsync();
        await Assertions.Expect(phone.Locator(".cm .markdown")).ToHaveTextAsync(Draft);
        await Assertions.Expect(phone.GetByLabel("Write a comment")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Quote_GoesIntoWhatIsBeingWritten_AndLosesNothing()
    {
        await App.MakeBoardAsync();
        var ada = await OpenCardAsync();
        await ada.GetByLabel("Write a comment").FillAsync("Who has the key?");
        await Button(ada, "Send").ClickAsync();
        await Assertions.Expect(ada.Locator(".cm")).ToBeVisibleAsync();
        await ada.GetByLabel("Write a comment").FillAsync("As for this:");

        await Button(ada, "Quote").ClickAsync();

        await Assertions
            .Expect(ada.GetByLabel("Write a comment"))
            .ToHaveValueAsync("As for this:\n\n> Who has the key?\n\n");
    }

    private async Task<IPage> OpenCardAsync()
    {
        var page = await App.OpenBoardAsync(App.Ada);
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await Assertions.Expect(page.GetByLabel("Write a comment")).ToBeVisibleAsync();
        return page;
    }
}
