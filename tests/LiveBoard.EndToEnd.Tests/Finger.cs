using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>One finger on a page's screen, by the browser's own touch events.</summary>
public sealed class Finger
{
    private const int Steps = 10;

    public static readonly BrowserNewContextOptions Phone = new()
    {
        HasTouch = true,
        IsMobile = true,
        ViewportSize = new() { Width = 375, Height = 700 },
    };

    private readonly ICDPSession _screen;
    private readonly IPage _page;
    private float _x;
    private float _y;

    private Finger(IPage page, ICDPSession screen)
    {
        _page = page;
        _screen = screen;
    }

    public static async Task<Finger> OfAsync(IPage page) => new(page, await page.Context.NewCDPSessionAsync(page));

    /// <summary>Touches a tile at its title, or something as low at its words.</summary>
    public async Task DownAsync(ILocator tile)
    {
        var box = (await tile.BoundingBoxAsync())!;
        (_x, _y) = (box.X + (box.Width / 2), box.Y + 14);
        await SendAsync("touchStart");
    }

    /// <summary>Touches a tile and holds still until it is lifted.</summary>
    public async Task LiftAsync(ILocator tile)
    {
        await DownAsync(tile);
        await _page.Locator(".drag-ghost").WaitForAsync();
    }

    public Task MoveByAsync(float x, float y) => MoveToAsync(_x + x, _y + y);

    public async Task MoveToAsync(float x, float y)
    {
        var (fromX, fromY) = (_x, _y);
        for (var step = 1; step <= Steps; step++)
        {
            (_x, _y) = (fromX + ((x - fromX) * step / Steps), fromY + ((y - fromY) * step / Steps));
            await SendAsync("touchMove");
        }
    }

    public Task UpAsync() => SendAsync("touchEnd");

    private Task SendAsync(string type) =>
        _screen.SendAsync(
            "Input.dispatchTouchEvent",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["type"] = type,
                ["touchPoints"] = type == "touchEnd" ? Array.Empty<object>() : new object[] { new { x = _x, y = _y } },
            }
        );
}
