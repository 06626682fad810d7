using LiveBoard.Core.Commands.Cards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

public sealed class ConnectionStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task TheNetworkIsGoneForAWhile_ThePageSaysSo_AndCatchesUpByItself()
    {
        var board = await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        await Tile(bo, "Card 3").Locator(".tile-link").ClickAsync();
        var marker = await bo.EvaluateHandleAsync("() => window.samePage = {}");

        App.Cut();
        await Assertions.Expect(bo.Locator("[data-live-text]")).ToHaveTextAsync("Reconnecting");
        await App.SendAsync(
            new MoveCard
            {
                BoardId = App.BoardId,
                CardId = board.Columns[0].Cards[0].Id,
                ToColumnId = board.Columns[2].Id,
            }
        );
        await Assertions.Expect(bo.Locator("[data-live-text]")).ToContainTextAsync("Stale since");
        App.Mend();

        await Assertions.Expect(bo.Locator("[data-live-text]")).ToHaveTextAsync("Live");
        await ExpectTilesAsync(bo, "Done", "Card 1");
        await Assertions.Expect(bo.Locator(".panel .ptitle")).ToHaveTextAsync("Card 3");
        Assert.True(await marker.EvaluateAsync<bool>("m => m === window.samePage"));
    }

    [Fact]
    public async Task HalfAMinuteWithoutNetwork_WhatWasTypedIsStillThere_AndEverythingElseIsCaughtUp()
    {
        var board = await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo, isClockHeld: true);
        await Lane(bo, "Ready").Locator("button.add").ClickAsync();
        var field = bo.Locator(".composer textarea");
        await field.FillAsync("Half a sen");

        App.Cut();
        await Assertions.Expect(bo.Locator("[data-live-text]")).ToHaveTextAsync("Reconnecting");
        await bo.Clock.FastForwardAsync(30_000);
        await Assertions.Expect(bo.Locator("[data-live-text]")).ToContainTextAsync("Stale since");
        var (first, last) = (board.Columns[0].Cards[0], board.Columns[0].Cards[2]);
        await App.SendAsync(
            new MoveCard
            {
                BoardId = App.BoardId,
                CardId = first.Id,
                ToColumnId = board.Columns[2].Id,
            }
        );
        await App.SendAsync(
            new RenameCard
            {
                BoardId = App.BoardId,
                CardId = last.Id,
                Title = "Renamed meanwhile",
            }
        );
        App.Mend();
        await bo.Clock.FastForwardAsync(2_000);

        await Assertions.Expect(bo.Locator("[data-live-text]")).ToHaveTextAsync("Live");
        await ExpectTilesAsync(bo, "Done", "Card 1");
        await ExpectTilesAsync(bo, "Ready", "Card 2", "Renamed meanwhile");
        await Assertions.Expect(field).ToHaveValueAsync("Half a sen");
        await field.FocusAsync();
        await bo.Keyboard.PressAsync("End");
        await bo.Keyboard.TypeAsync("tence");
        await bo.Keyboard.PressAsync("Enter");
        await ExpectTilesAsync(bo, "Ready", "Card 2", "Renamed meanwhile", "Half a sentence");
    }

    [Fact]
    public async Task TheServerIsRestarted_ThePageComesBackToTheSameCard()
    {
        await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        await Tile(bo, "Card 2").Locator(".tile-link").ClickAsync();
        await Assertions.Expect(bo.Locator(".panel .ptitle")).ToHaveTextAsync("Card 2");

        await App.RestartAsync(() =>
            Assertions.Expect(bo.Locator("html")).ToHaveAttributeAsync("data-link", "reconnecting")
        );

        await Assertions
            .Expect(bo.Locator("html"))
            .ToHaveAttributeAsync("data-link", "live", new() { Timeout = 45_000 });
        await Assertions.Expect(bo.Locator(".panel .ptitle")).ToHaveTextAsync("Card 2");
        var card = (await App.ReadAsync()).Columns[0].Cards[0];
        await App.SendAsync(
            new RenameCard
            {
                BoardId = App.BoardId,
                CardId = card.Id,
                Title = "Still live",
            }
        );
        await ExpectTilesAsync(bo, "Ready", "Still live", "Card 2", "Card 3");
    }
}
