using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Labels;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A viewer chooses how far a dashboard looks back, and an editor what a widget is about.</summary>
public sealed class DashboardChoiceStories(Chromium chromium) : DashboardStory(chromium)
{
    [Fact]
    public async Task AdaChoosesAPeriod_AllHerWidgetsFollow_BosDoNot_AndTheWallHasItByItsAddress()
    {
        await App.MakeBoardAsync();
        await MakeDashboardAsync(
            (WidgetKind.Throughput, new()),
            (WidgetKind.CycleTime, new() { Days = 7 }),
            (WidgetKind.Clock, new())
        );
        var ada = await OpenDashboardAsync(App.Ada);
        var bo = await OpenDashboardAsync(App.Bo);
        await ExpectAsideAsync(ada, "Throughput", "30 days");
        await ExpectAsideAsync(ada, "Cycle time", "a week");
        var marker = await ada.EvaluateHandleAsync("() => window.samePage = {}");

        await ada.GetByRole(AriaRole.Link, new() { Name = "12 weeks" }).ClickAsync();

        await ExpectAsideAsync(ada, "Throughput", "12 weeks");
        await ExpectAsideAsync(ada, "Cycle time", "12 weeks");
        await ExpectAsideAsync(bo, "Throughput", "30 days");
        Assert.EndsWith("?days=84", ada.Url);
        Assert.True(await marker.EvaluateAsync<bool>("m => m === window.samePage"));
        await Assertions.Expect(ada.Locator(".seg.period [aria-current]")).ToHaveTextAsync("12 weeks");
        var wall = await App.OpenAsync(App.Bo);
        await wall.GotoAsync(
            $"{App.Url}/{await ada.GetByRole(AriaRole.Link, new() { Name = "Wall screen" }).GetAttributeAsync("href")}"
        );
        await ExpectAsideAsync(wall, "Cycle time", "12 weeks");
        await ada.GetByRole(AriaRole.Link, new() { Name = "As set" }).ClickAsync();
        await ExpectAsideAsync(ada, "Cycle time", "a week");
        await ada.GotoAsync($"{App.Url}/d/{DashboardId}?days=nonsense");
        await ExpectAsideAsync(ada, "Cycle time", "a week");
    }

    [Fact]
    public async Task AdaNarrowsAWidgetToALabel_AndItFollowsTheLabel()
    {
        var board = await App.MakeBoardAsync();
        var label = new AddLabel
        {
            BoardId = App.BoardId,
            Name = "Piers",
            Color = LabelColor.Straw,
        };
        await App.SendAsync(label);
        await MakeDashboardAsync((WidgetKind.CardList, new()));
        var ada = await OpenDashboardAsync(App.Ada);
        await Assertions.Expect(Widget(ada, "Card list").Locator("li")).ToHaveCountAsync(3);

        await Button(ada, "Menu of Card list").ClickAsync();
        await ada.GetByText("Configure…").ClickAsync();
        await ada.GetByLabel("Piers").CheckAsync();
        await Button(ada, "Save").ClickAsync();

        await Assertions.Expect(Widget(ada, "Card list")).ToContainTextAsync("No card fits.");
        await App.SendAsync(
            new SetCardLabel
            {
                BoardId = App.BoardId,
                CardId = board.Columns[0].Cards[0].Id,
                LabelId = label.LabelId,
                IsOn = true,
            }
        );
        await Assertions.Expect(Widget(ada, "Card list").Locator("li")).ToHaveCountAsync(1);
    }

    private static Task ExpectAsideAsync(IPage page, string title, string words) =>
        Assertions.Expect(Widget(page, title).Locator("header .sub")).ToHaveTextAsync(words);
}
