using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A story told with the running product and real browsers.</summary>
public abstract class StoryTest(Chromium chromium) : IAsyncLifetime
{
    protected BrowserApp App { get; } = new(chromium);

    public virtual async ValueTask InitializeAsync() => await App.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
        // B-30: over every story, whatever it is about.
        Assert.Empty(App.PolicyViolations);
    }

    /// <summary>Goes to a page of the product and waits until it listens.</summary>
    protected async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync($"{App.Url}/{path}");
        await WaitUntilItListensAsync(page);
    }

    /// <summary>What is done before would be done to a picture of the page only.</summary>
    protected static Task WaitUntilItListensAsync(IPage page) =>
        page.WaitForFunctionAsync(
            """
            () => [...document.querySelectorAll("body *")]
                .some(e => Object.keys(e).some(key => key.startsWith("_blazorEvents")))
            """
        );

    protected static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected static ILocator Lane(IPage page, string name) => page.Locator($"section.lane[aria-label=\"{name}\"]");

    protected static ILocator Tile(IPage page, string title) => page.Locator("article.tile", new() { HasText = title });

    /// <summary>The titles in a column from top to bottom, as they will be.</summary>
    protected static Task ExpectTilesAsync(IPage page, string lane, params string[] titles) =>
        Assertions.Expect(Lane(page, lane).Locator("article.tile .tile-link")).ToHaveTextAsync(titles);

    /// <summary>By mouse, to the upper or the lower half of something.</summary>
    protected static async Task DragAsync(IPage page, ILocator what, ILocator to, bool below = false)
    {
        await StartDragAsync(page, what, to, below);
        await page.Mouse.UpAsync();
    }

    protected static async Task StartDragAsync(IPage page, ILocator what, ILocator to, bool below = false)
    {
        var from = (await what.BoundingBoxAsync())!;
        var target = (await to.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 30, from.Y + 12);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 45, from.Y + 25, new() { Steps = 4 });
        await page.Mouse.MoveAsync(
            target.X + 40,
            below ? target.Y + target.Height - 4 : target.Y + 8,
            new() { Steps = 12 }
        );
        await page.Locator(".drop-line").WaitForAsync();
    }
}
