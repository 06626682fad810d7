using System.Text;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>Charts: drawn by the browser, harmless, live, and readable without seeing them.</summary>
public sealed class ChartStories(Chromium chromium) : StoryTest(chromium)
{
    /// <summary>Middles of what is drawn as small and round as a point.</summary>
    private const string Points = """
        svg => [...svg.querySelectorAll("path")].map(p => p.getBoundingClientRect())
            .filter(r => r.width > 4 && r.width < 14 && Math.abs(r.width - r.height) < 1)
            .flatMap(r => [r.x + r.width / 2, r.y + r.height / 2])
        """;

    private const string Fills = "svg => [...svg.querySelectorAll('path')].map(p => p.getAttribute('fill')).join()";

    private static readonly string[] Drawn =
    [
        "Bars",
        "Limits",
        "Stacked",
        "Flow",
        "Burn-up",
        "Cycle time",
        "Histogram",
        "Sparkline",
    ];

    private readonly ChartFeed _feed = new();

    public override async ValueTask InitializeAsync()
    {
        App.App.With(services => ChartGallery.AddTo(services, _feed));
        await base.InitializeAsync();
    }

    [Fact]
    public async Task EveryKind_IsDrawn_AndHostileNamesAreOnlyLetters()
    {
        var watch = new HostilityWatch();
        var page = await App.OpenAsync(App.Ada);
        await watch.WatchAsync(page);
        await GoAsync(page, ChartGallery.Path);

        foreach (var title in Drawn)
        {
            await Assertions.Expect(Svg(page, title)).ToBeVisibleAsync();
        }

        foreach (var title in (string[])["Bars", "Limits", "Stacked", "Flow", "Histogram", "Burn-up"])
        {
            await Assertions.Expect(Svg(page, title)).ToContainTextAsync("<img src=x");
        }

        await Assertions.Expect(Picture(page, "Bars")).ToHaveAttributeAsync("role", "img");
        await Assertions
            .Expect(Picture(page, "Bars"))
            .ToHaveAttributeAsync("aria-label", $"Bars, cards. Ready 4, {ChartGallery.Hostile} 7, Done 2");
        await Assertions.Expect(Widget(page, "Empty")).ToContainTextAsync("Nothing to show yet.");

        var tip = page.Locator(".chart-tip:visible");
        foreach (var title in (string[])["Bars", "Limits", "Stacked", "Flow", "Burn-up", "Histogram", "Sparkline"])
        {
            await HoverAsync(page, title);
            await Assertions.Expect(tip).ToContainTextAsync(ChartGallery.Hostile);
            await page.Mouse.MoveAsync(0, 0);
            await Assertions.Expect(tip).ToHaveCountAsync(0);
        }

        var point = await PointAsync(page);
        await page.Mouse.MoveAsync(point[0], point[1]);
        await Assertions.Expect(tip).ToContainTextAsync(ChartGallery.Hostile);
        await page.Mouse.ClickAsync(point[0], point[1]);
        await page.WaitForURLAsync("**/profile");
        Assert.Equal(0, await page.Locator("main img, body > div img").CountAsync());
        watch.ExpectNothing();
    }

    [Fact]
    public async Task AChange_MovesTheBars_AlsoOneThatWasMissed()
    {
        var page = await OpenAsync();
        await Assertions.Expect(Svg(page, "Bars")).ToContainTextAsync("7");
        await Svg(page, "Bars").EvaluateAsync("svg => { window.before = svg; }");

        _feed.Go();

        await Assertions.Expect(Svg(page, "Bars")).ToContainTextAsync("8");
        await Assertions.Expect(Svg(page, "Limits")).ToContainTextAsync("8 / 7");
        await Assertions.Expect(Svg(page, "Bars")).Not.ToContainTextAsync("7");
        Assert.True(await Svg(page, "Bars").EvaluateAsync<bool>("svg => window.before === svg"));

        App.Cut();
        await Assertions.Expect(page.Locator("html:not([data-link=live])")).ToBeVisibleAsync();
        _feed.Go();
        App.Mend();

        await Assertions.Expect(Svg(page, "Bars")).ToContainTextAsync("9");
        await Assertions.Expect(Svg(page, "Limits")).ToContainTextAsync("9 / 7");

        // A picture that has left the server and never arrives: nothing but the browser's return tells of it.
        await page.EvaluateAsync(
            """
            () => document.fonts.load = () => {
                document.body.dataset.lost = "";
                return new Promise(() => {});
            }
            """
        );
        _feed.Go();
        await page.Locator("body[data-lost]").WaitForAsync();
        await page.EvaluateAsync(
            """
            () => {
                delete document.fonts.load;
                document.dispatchEvent(new Event("liveboard:live"));
            }
            """
        );
        await Assertions.Expect(Svg(page, "Limits")).ToContainTextAsync("10 / 7");
        Assert.True(await Svg(page, "Bars").EvaluateAsync<bool>("svg => window.before === svg"));
    }

    [Fact]
    public async Task TheNumbers_AreInTheTable_AndInTheFiles()
    {
        var page = await OpenAsync();
        await ChooseAsync(page, "Limits", "Show as table");
        var table = Widget(page, "Limits").GetByRole(AriaRole.Table);
        await Assertions
            .Expect(table.Locator("tbody tr"))
            .ToHaveTextAsync([Row("Ready", "4", "8"), Row(ChartGallery.Hostile, "7", "7"), Row("Done", "2", "")]);
        await Assertions.Expect(Svg(page, "Limits")).ToBeHiddenAsync();

        _feed.Go();
        await Assertions.Expect(table.Locator("td").Nth(2)).ToHaveTextAsync("8");

        var csv = await SaveAsync(page, "Limits", "Save as CSV");
        Assert.Equal("Limits.csv", csv.Name);
        Assert.Equal(
            $"\uFEFFColumn,{ChartGallery.Hostile},\"{ChartGallery.Hostile}, limit\"\r\n"
                + $"Ready,4,8\r\n{ChartGallery.Hostile},8,7\r\nDone,2,\r\n",
            Encoding.UTF8.GetString(csv.Content)
        );

        await ChooseAsync(page, "Limits", "Show as chart");
        await Assertions.Expect(Svg(page, "Limits")).ToContainTextAsync("8 / 7");

        var png = await SaveAsync(page, "Flow", "Save as PNG");
        Assert.Equal("Flow.png", png.Name);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png.Content[..4]);
        Assert.True(png.Content.Length > 5_000);
        Assert.EndsWith(ChartGallery.Path, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutScripts_TheNumbersAreATable()
    {
        var page = await App.OpenAsync(App.Ada, new() { JavaScriptEnabled = false });
        await page.GotoAsync($"{App.Url}/{ChartGallery.Path}");

        var table = Widget(page, "Limits").GetByRole(AriaRole.Table);
        await Assertions.Expect(table).ToBeVisibleAsync();
        await Assertions.Expect(table.Locator("td")).ToHaveTextAsync(["4", "8", "7", "7", "2", ""]);
        await Assertions.Expect(table.Locator("th").Last).ToHaveCSSAsync("opacity", "1");
    }

    [Fact]
    public async Task LightOrDark_ItsColoursFollow_AndNobodyIsShutOut()
    {
        var page = await App.OpenAsync(App.Ada, AccessibilityReport.Browser);
        await GoAsync(page, ChartGallery.Path);
        await Assertions.Expect(page.Locator(".chart-pic svg")).ToHaveCountAsync(Drawn.Length);
        await ChooseAsync(page, "Stacked", "Show as table");
        await Assertions.Expect(Widget(page, "Stacked").GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        var light = await Svg(page, "Bars").EvaluateAsync<string>(Fills);

        var report = new AccessibilityReport();
        await report.LookAtAsync(page, "charts");
        await Menu(page, "Bars").ClickAsync();
        await report.LookAtAsync(page, "their menu");
        report.ExpectNothing();

        await page.WaitForFunctionAsync(
            $"before => ({Fills})(document.querySelector('.chart-pic svg')) !== before",
            light
        );
        await page.EvaluateAsync("() => LiveBoard.setTheme('light')");
        await page.WaitForFunctionAsync(
            $"before => ({Fills})(document.querySelector('.chart-pic svg')) === before",
            light
        );
    }

    private static string Row(params string[] cells) => string.Concat(cells);

    private static ILocator Widget(IPage page, string title) =>
        page.GetByRole(AriaRole.Region, new() { Name = $"Widget {title}", Exact = true });

    private static ILocator Picture(IPage page, string title) => Widget(page, title).Locator(".chart-pic");

    private static ILocator Svg(IPage page, string title) => Picture(page, title).Locator("svg");

    private static ILocator Menu(IPage page, string title) => Button(page, $"Menu of {title}");

    private static async Task ChooseAsync(IPage page, string title, string entry)
    {
        await Menu(page, title).ClickAsync();
        await Widget(page, title).GetByRole(AriaRole.Button, new() { Name = entry }).ClickAsync();
        await Assertions.Expect(Widget(page, title).Locator(".chart-menu")).ToBeHiddenAsync();
    }

    private static async Task<(string Name, byte[] Content)> SaveAsync(IPage page, string title, string entry)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => ChooseAsync(page, title, entry));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    /// <summary>To the middle of the chart: at the place in the middle, or the day.</summary>
    private static async Task HoverAsync(IPage page, string title)
    {
        await Svg(page, title).ScrollIntoViewIfNeededAsync();
        await Svg(page, title).HoverAsync();
    }

    private static async Task<float[]> PointAsync(IPage page)
    {
        await Svg(page, "Cycle time").ScrollIntoViewIfNeededAsync();
        var middle = await Svg(page, "Cycle time").EvaluateAsync<float[]>(Points);
        Assert.Equal(2, middle.Length);
        return middle;
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await App.OpenAsync(App.Ada);
        await GoAsync(page, ChartGallery.Path);
        await Assertions.Expect(page.Locator(".chart-pic svg")).ToHaveCountAsync(Drawn.Length);
        return page;
    }
}
