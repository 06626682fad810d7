using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Widgets;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>On a dashboard, names of labels, columns, people and cards stay letters: in charts, at the pointer, in tables and lists.</summary>
public sealed class HostileDashboardStories(Chromium chromium) : HostileBoardStory(chromium)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnADashboard_ItIsText(bool isPolicyOff)
    {
        var dashboardId = Guid.CreateVersion7();
        await App.SendAsync(
            new CreateDashboard
            {
                BoardId = dashboardId,
                WorkspaceId = App.App.WorkspaceId,
                Name = HostileText.Of("dashboard"),
            }
        );
        WidgetKind[] kinds =
        [
            WidgetKind.CardsPerLabel,
            WidgetKind.CardsPerColumn,
            WidgetKind.CardsPerAssignee,
            WidgetKind.CumulativeFlow,
            WidgetKind.CardList,
            WidgetKind.RecentActivity,
            WidgetKind.Note,
        ];
        foreach (var kind in kinds)
        {
            await App.SendAsync(
                new AddWidget
                {
                    BoardId = dashboardId,
                    Kind = kind,
                    Title = HostileText.Of("widget"),
                    Settings = new WidgetSettings { Text = HostileText.Of("note") },
                }
            );
        }

        // Watched from the first page on.
        var page = await OpenAsync(App.Ada, "", isPolicyOff);
        await page.GotoAsync($"{App.Url}/d/{dashboardId}");
        await page.Locator("#dash[data-live]").WaitForAsync();
        await ExpectTextAsync(page.Locator("header.bar h1"), "dashboard");
        await ExpectTextAsync(page.Locator(".w h2").First, "widget");
        await page.Locator(".chart-pic svg").First.WaitForAsync();
        foreach (var chart in await page.Locator(".chart-pic svg").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            await chart.HoverAsync(new() { Force = true });
        }

        foreach (var menu in await page.Locator(".chart-more").AllAsync())
        {
            await menu.ClickAsync();
            await page.Locator(".chart-menu:popover-open button").First.ClickAsync();
        }

        await Assertions.Expect(page.Locator(".chart-table").First).ToContainTextAsync(HostileText.Of("label"));
        ExpectNothing();
    }
}
