using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A story with a dashboard over the board.</summary>
public abstract class DashboardStory(Chromium chromium) : StoryTest(chromium)
{
    protected Guid DashboardId { get; } = Guid.CreateVersion7();

    protected Task MakeDashboardAsync(params (WidgetKind Kind, WidgetSettings Settings)[] widgets) =>
        MakeDashboardAsync(widgets.AsEnumerable());

    protected async Task MakeDashboardAsync(IEnumerable<(WidgetKind Kind, WidgetSettings Settings)> widgets)
    {
        await App.SendAsync(
            new CreateDashboard
            {
                BoardId = DashboardId,
                WorkspaceId = App.App.WorkspaceId,
                Name = "Our flow",
            }
        );
        foreach (var (kind, settings) in widgets)
        {
            await App.SendAsync(
                new AddWidget
                {
                    BoardId = DashboardId,
                    Kind = kind,
                    Settings = settings,
                }
            );
        }
    }

    protected async Task<IPage> OpenDashboardAsync(TestUser user, BrowserNewContextOptions? options = null)
    {
        var page = await App.OpenAsync(user, options);
        await page.GotoAsync($"{App.Url}/d/{DashboardId}");
        await page.Locator("#dash[data-live]").WaitForAsync();
        return page;
    }

    protected Task MoveAsync(CardSnapshot card, ColumnSnapshot to) =>
        App.SendAsync(
            new MoveCard
            {
                BoardId = App.BoardId,
                CardId = card.Id,
                ToColumnId = to.Id,
            },
            App.Bo
        );

    protected static ILocator Widget(IPage page, string title) => page.Locator($"section.w[aria-label=\"{title}\"]");

    protected static Task ExpectFigureAsync(IPage page, string title, string figure) =>
        Assertions.Expect(Widget(page, title).Locator(".fig")).ToHaveTextAsync(figure);
}
