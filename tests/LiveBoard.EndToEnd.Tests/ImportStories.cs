using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

public sealed class ImportStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task AdaImportsATrelloBoard_BoSeesItAppear_AndIsOnTheCardsOfWhomHeWas()
    {
        var bo = await App.OpenAsync(App.Bo);
        await GoAsync(bo, "");
        await Assertions.Expect(bo.GetByText("No boards yet")).ToBeVisibleAsync();
        var marker = await bo.EvaluateHandleAsync("() => window.samePage = {}");
        var ada = await App.OpenAsync(App.Ada);

        await UploadAsync(ada, TrelloSample.PresentDay);
        await ExpectCountAsync(ada, "Cards", 5);
        await ExpectCountAsync(ada, "of these archived cards", 2);
        await ExpectCountAsync(ada, "Comments", 2);
        await Assertions.Expect(ada.Locator(".notes")).ToContainTextAsync("Votes are not carried: 1.");
        await ada.GetByLabel("Account of Mara Okafor").SelectOptionAsync(new SelectOptionValue { Label = "Bo Berg" });
        await Button(ada, "Import").ClickAsync();

        await ExpectTilesAsync(ada, "To do", "First in to do", "Ramp at Pier 4");
        await Assertions.Expect(Tile(ada, "Ramp at Pier 4").Locator(".meta .av")).ToHaveTextAsync(["BB", "S"]);
        await bo.GetByRole(AriaRole.Link, new() { Name = "Harbour office" }).ClickAsync();
        await ExpectTilesAsync(bo, "To do", "First in to do", "Ramp at Pier 4");
        Assert.True(await marker.EvaluateAsync<bool>("m => m === window.samePage"));
    }

    [Fact]
    public async Task AFileThatIsNoTrelloBoard_IsRefusedWithThePlace_AndMakesNothing()
    {
        var ada = await App.OpenAsync(App.Ada);

        await UploadAsync(
            ada,
            TrelloSample.PresentDay.Replace("\"name\": \"Fog rules\"", "\"name\": 7", StringComparison.Ordinal)
        );

        await Assertions.Expect(ada.GetByRole(AriaRole.Alert)).ToContainTextAsync("cards[1].name");
        await Assertions.Expect(Button(ada, "Import")).ToHaveCountAsync(0);
        await GoAsync(ada, "");
        await Assertions.Expect(ada.GetByText("No boards yet")).ToBeVisibleAsync();
    }

    private async Task UploadAsync(IPage page, string json)
    {
        await GoAsync(page, "import");
        await page.UploadAsync(json);
    }

    private static Task ExpectCountAsync(IPage page, string what, int count) =>
        Assertions
            .Expect(page.Locator(".fid tr", new() { Has = page.GetByText(what, new() { Exact = true }) }).Locator(".r"))
            .ToHaveTextAsync($"{count}");
}
