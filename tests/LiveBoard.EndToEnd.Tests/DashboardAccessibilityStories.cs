using LiveBoard.Core.Boards;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>axe finds nothing serious on a dashboard with every widget, its dialogs and its wall; and no script hides in a name.</summary>
public sealed class DashboardAccessibilityStories(Chromium chromium) : DashboardStory(chromium)
{
    private readonly AccessibilityReport _report = new();

    [Fact]
    public async Task Dashboard_ItsDialogs_AndItsWall_AreAccessible()
    {
        await App.MakeDemoBoardAsync();
        await MakeDashboardAsync(EveryKind());
        var page = await OpenDashboardAsync(App.Ada, AccessibilityReport.Browser);
        await page.Locator(".chart-pic svg").First.WaitForAsync();
        await _report.LookAtAsync(page, "dashboard");
        // More bars than there is room for: the chart scrolls, and its menu is there all the same.
        await Widget(page, "Cards per column").Locator(".chart-more").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Assertions.Expect(Widget(page, "Cards per column").Locator("table")).ToBeVisibleAsync();
        await Button(page, "Add a widget").ClickAsync();
        await page.Locator(".widget-gallery").WaitForAsync();
        await _report.LookAtAsync(page, "gallery");
        await page.Locator(".gal", new() { HasText = "Burn-down" }).ClickAsync();
        await page.GetByLabel("Until").WaitForAsync();
        await _report.LookAtAsync(page, "widget");
        await page.GotoAsync($"{App.Url}/dashboards");
        await page.Locator(".dash-list").WaitForAsync();
        await _report.LookAtAsync(page, "dashboards");
        await page.GotoAsync($"{App.Url}/wall/{DashboardId}");
        await page.Locator(".chart-pic svg").First.WaitForAsync();
        await _report.LookAtAsync(page, "wall");
        await page.GotoAsync($"{App.Url}/wall/{App.BoardId}");
        await page.Locator("article.tile").First.WaitForAsync();
        await _report.LookAtAsync(page, "board on a wall");

        _report.ExpectNothing();
    }

    [Theory]
    [InlineData(375)]
    [InlineData(820)]
    public async Task NothingSticksOut_OnNarrowScreens(int width)
    {
        await App.MakeDemoBoardAsync();
        await MakeDashboardAsync(EveryKind());
        var page = await OpenDashboardAsync(
            App.Ada,
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        await page.Locator(".chart-pic svg").First.WaitForAsync();

        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "() => { const d = document.getElementById('dash'); return d.scrollWidth - d.clientWidth; }"
            )
        );
    }

    private static IEnumerable<(WidgetKind Kind, WidgetSettings Settings)> EveryKind() =>
        Enum.GetValues<WidgetKind>()
            .Where(kind => kind is not (WidgetKind.CardsPerField or WidgetKind.MetricChart))
            .Select(kind =>
                (
                    kind,
                    new WidgetSettings
                    {
                        Text = "A **note**, a list:\n\n- one\n- two",
                        UntilAt = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(20),
                    }
                )
            );
}
