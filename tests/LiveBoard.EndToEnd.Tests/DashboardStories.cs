using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A dashboard that moves when the work moves, is arranged by several, and hangs on a wall.</summary>
public sealed class DashboardStories(Chromium chromium) : DashboardStory(chromium)
{
    private static readonly WidgetSettings Done = new() { Measure = WidgetMeasure.DoneInPeriod };

    [Fact]
    public async Task BoMovesACardOnTheBoard_NumbersAndChartsOnAdasDashboardFollow_WithoutARefresh()
    {
        var board = await App.MakeBoardAsync();
        await MakeDashboardAsync(
            (WidgetKind.Number, Done),
            (WidgetKind.CardsPerColumn, new()),
            (WidgetKind.RecentActivity, new())
        );
        var ada = await OpenDashboardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);
        var marker = await ada.EvaluateHandleAsync("() => window.samePage = {}");
        await ExpectFigureAsync(ada, "Done", "0");
        var chart = Widget(ada, "Cards per column").Locator(".chart-pic");
        await Assertions.Expect(chart.Locator("svg")).ToBeVisibleAsync();

        await DragAsync(bo, Tile(bo, "Card 1"), Lane(bo, "Done").Locator(".cards"));

        await ExpectFigureAsync(ada, "Done", "1");
        await Assertions.Expect(Widget(ada, "Recent activity").Locator("li").First).ToContainTextAsync("Bo Berg moved");
        await Widget(ada, "Cards per column").Locator(".chart-more").ClickAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Assertions
            .Expect(Widget(ada, "Cards per column").Locator("tbody tr"))
            .ToHaveTextAsync(["Ready2", "In progress0", "Done1"]);
        await MoveAsync(board.Columns[0].Cards[1], board.Columns[2]);
        await Assertions
            .Expect(Widget(ada, "Cards per column").Locator("tbody tr"))
            .ToHaveTextAsync(["Ready1", "In progress0", "Done2"]);
        Assert.True(await marker.EvaluateAsync<bool>("m => m === window.samePage"));
    }

    [Fact]
    public async Task AdaArrangesByHandAndByKey_BoSeesIt_AndAdaTakesItBack()
    {
        await App.MakeBoardAsync();
        await MakeDashboardAsync(
            (WidgetKind.Number, Done),
            (WidgetKind.Clock, new()),
            (WidgetKind.Note, new() { Text = "**Hello**" })
        );
        var ada = await OpenDashboardAsync(App.Ada);
        var bo = await OpenDashboardAsync(App.Bo);
        await ExpectPlaceAsync(bo, "Done", "0,0,3,2");

        await Widget(ada, "Done").FocusAsync();
        await ada.Keyboard.PressAsync("Alt+Shift+ArrowRight");
        await ExpectPlaceAsync(bo, "Done", "0,0,4,2");
        await ada.Keyboard.PressAsync("Control+z");
        await ExpectPlaceAsync(bo, "Done", "0,0,3,2");

        var head = (await Widget(ada, "Done").Locator("h2").BoundingBoxAsync())!;
        await ada.Mouse.MoveAsync(head.X + 5, head.Y + 5);
        await ada.Mouse.DownAsync();
        await ada.Mouse.MoveAsync(head.X + 300, head.Y + 8, new() { Steps = 6 });
        await ada.Locator(".dash-slot:visible").WaitForAsync();
        await ada.Mouse.MoveAsync(head.X + 900, head.Y + 8, new() { Steps = 6 });
        await ada.Mouse.UpAsync();
        await Assertions.Expect(Widget(bo, "Done")).Not.ToHaveAttributeAsync("style", Style("0,0,3,2"));
        Assert.Equal(
            await Widget(ada, "Done").GetAttributeAsync("style"),
            await Widget(bo, "Done").GetAttributeAsync("style")
        );
    }

    [Fact]
    public async Task AdaAddsAWidgetFromTheGallery_ConfiguresIt_AndRemovesIt()
    {
        await App.MakeBoardAsync();
        await MakeDashboardAsync();
        var ada = await OpenDashboardAsync(App.Ada);
        await Button(ada, "Add a widget").ClickAsync();
        await ada.Locator(".gal", new() { HasText = "Number" }).First.ClickAsync();
        await ada.GetByLabel("What it counts").SelectOptionAsync("OpenCards");
        await ada.GetByLabel("Target").FillAsync("5");
        await Button(ada, "Add").ClickAsync();
        await ExpectFigureAsync(ada, "Open cards", "3");
        await Assertions.Expect(Widget(ada, "Open cards")).ToContainTextAsync("target 5");

        await Button(ada, "Menu of Open cards").ClickAsync();
        await ada.GetByText("Configure…").ClickAsync();
        await ada.GetByLabel("Title").FillAsync("To do");
        await Button(ada, "Save").ClickAsync();
        await ExpectFigureAsync(ada, "To do", "3");

        await Button(ada, "Menu of To do").ClickAsync();
        await ada.GetByText("Remove", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(ada.GetByText("Nothing here yet")).ToBeVisibleAsync();
        await Button(ada, "Undo").ClickAsync();
        await ExpectFigureAsync(ada, "To do", "3");
    }

    [Fact]
    public async Task TheServerIsKilledAndStarted_TheWallComesBackByItself_AndGoesOn()
    {
        var board = await App.MakeBoardAsync();
        await MakeDashboardAsync((WidgetKind.Number, Done));
        var wall = await App.OpenAsync(App.Ada);
        await wall.GotoAsync($"{App.Url}/wall/{DashboardId}");
        await ExpectFigureAsync(wall, "Done", "0");

        await App.RestartAsync(async () =>
        {
            await Assertions.Expect(wall.Locator("[data-live-text]")).ToContainTextAsync("Stale since");
            // The last picture stays.
            await ExpectFigureAsync(wall, "Done", "0");
        });

        await Assertions.Expect(wall.Locator("[data-live-text]")).ToHaveTextAsync("Live");
        await MoveAsync(board.Columns[0].Cards[0], board.Columns[2]);
        await ExpectFigureAsync(wall, "Done", "1");
    }

    [Fact]
    public async Task AScreenWithALink_ShowsTheDashboardLive_AndGoesDarkWhenTheLinkIsWithdrawn()
    {
        var board = await App.MakeBoardAsync();
        await MakeDashboardAsync((WidgetKind.Number, Done));
        var links = App.App.Services.GetRequiredService<GuestLinkService>();
        var made = await links.CreateAsync(App.Ada.Actor, DashboardId, new GuestLinkWish("Corridor"));
        var screen = await App.OpenEmptyAsync();
        await screen.GotoAsync($"{App.Url}/share/{made.Value}");
        await ExpectFigureAsync(screen, "Done", "0");
        await MoveAsync(board.Columns[0].Cards[0], board.Columns[2]);
        await ExpectFigureAsync(screen, "Done", "1");
        await Assertions.Expect(screen.Locator("[data-editable], [data-grip]")).ToHaveCountAsync(0);

        var link = Assert.Single(await links.ListAsync(App.Ada.Actor, DashboardId));
        await links.WithdrawAsync(App.Ada.Actor, link.Id);

        await Assertions.Expect(screen.Locator(".fig").First).ToHaveCountAsync(0, new() { Timeout = 2000 });
        await Assertions.Expect(screen.GetByText("not shared with you any more")).ToBeVisibleAsync();
    }

    private static Task ExpectPlaceAsync(IPage page, string title, string place) =>
        Assertions.Expect(Widget(page, title)).ToHaveAttributeAsync("style", Style(place));

    private static string Style(string place)
    {
        var parts = place.Split(',');
        return $"--x:{parts[0]};--y:{parts[1]};--w:{parts[2]};--h:{parts[3]}";
    }
}
