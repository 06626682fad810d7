using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>How long a real browser takes until all cards that fit on its screen are there, with and without a filled cache.</summary>
internal sealed class BrowserScenario(BenchmarkOptions options, SeededDatabase database)
{
    private const string Chromium = "/usr/bin/chromium";
    private const float MaxMilliseconds = 30_000;

    /// <summary>The system's own browser; null for Playwright's.</summary>
    public static string? ExecutablePath =>
        Environment.GetEnvironmentVariable("LIVEBOARD_CHROMIUM") ?? (File.Exists(Chromium) ? Chromium : null);

    /// <summary>
    /// Counts the tiles on the screen at each frame. The end is when their number does not change any more and the
    /// page is live; the answer is when that number was reached.
    /// </summary>
    private const string Observer = """
        (() => {
          let count = -1;
          const now = { all: 0, live: 0 };
          const look = () => {
            const width = innerWidth;
            const height = innerHeight;
            let seen = 0;
            for (const tile of document.querySelectorAll(".tile")) {
              const box = tile.getBoundingClientRect();
              if (box.width > 0 && box.left < width && box.right > 0 && box.top < height && box.bottom > 0) seen++;
            }
            if (seen !== count) {
              count = seen;
              now.all = performance.now();
            }
            if (!now.live && document.querySelector(".lanes[data-live]")) now.live = performance.now();
            if (now.live && count > 0 && performance.now() - Math.max(now.live, now.all) > 400) {
              window.openedBoard = { all: now.all, live: now.live, tiles: count };
              return;
            }
            requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })();
        """;

    public async Task<IReadOnlyList<BrowserResult>> RunAsync(IEnumerable<int> sizes)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = ExecutablePath,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            }
        );
        await using var server = await ProductServer.StartAsync(options, database.Copy());
        var address = server.Address.ToString();
        var state = await SignInAsync(browser, address, database.Writer);
        using var wire = new Wire(server.Address);
        var tickets = await CircuitTicket.SignInAsync(wire, database.Viewers, options.IsCompressed);
        var results = new List<BrowserResult>();
        foreach (var size in sizes)
        {
            var path = $"b/{database.Board(size).BoardId}";
            await OpenScenario.WarmUpAsync(server, tickets, path);
            var url = $"{address}{path}";
            // The server's own first time belongs to no visitor.
            await OpenAsync(browser, state, url);
            var opened = new List<(Opened Cold, Opened Warm)>();
            for (var i = 0; i < options.Repeats; i++)
            {
                opened.Add(await OpenAsync(browser, state, url));
            }

            results.Add(
                new BrowserResult(
                    size,
                    opened[0].Cold.Tiles,
                    new Latencies(opened.Select(o => o.Cold.All)),
                    new Latencies(opened.Select(o => o.Warm.All)),
                    new Latencies(opened.Select(o => o.Cold.Live))
                )
            );
        }

        return results;
    }

    private static async Task<string> SignInAsync(IBrowser browser, string address, TestUser user)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{address}signin");
        await page.Locator("[name=Email]").FillAsync(user.Email);
        await page.Locator("[name=Password]").FillAsync(user.Password);
        await page.Locator("[name=Password]").PressAsync("Enter");
        await page.WaitForURLAsync(u => !u.Contains("/signin", StringComparison.Ordinal));
        return await context.StorageStateAsync();
    }

    private static async Task<(Opened Cold, Opened Warm)> OpenAsync(IBrowser browser, string state, string url)
    {
        await using var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                StorageState = state,
                ViewportSize = new ViewportSize { Width = 1920, Height = 1080 },
            }
        );
        await context.AddInitScriptAsync(Observer);
        return (await MeasureAsync(context, url), await MeasureAsync(context, url));
    }

    private static async Task<Opened> MeasureAsync(IBrowserContext context, string url)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        var opened = await page.WaitForFunctionAsync(
            "() => window.openedBoard",
            null,
            new PageWaitForFunctionOptions { Timeout = MaxMilliseconds }
        );
        var result = await opened.JsonValueAsync<Opened>();
        await page.CloseAsync();
        return result;
    }

    private sealed record Opened
    {
        [System.Text.Json.Serialization.JsonPropertyName("all")]
        public double All { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("live")]
        public double Live { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("tiles")]
        public int Tiles { get; init; }
    }
}

/// <summary>Opening a board in a browser, milliseconds from the start of the navigation.</summary>
/// <param name="Cards">Cards on the board.</param>
/// <param name="Tiles">Cards on the screen.</param>
/// <param name="Cold">All of those there, with an empty cache.</param>
/// <param name="Warm">The same, with a filled cache.</param>
/// <param name="Live">The page live, with an empty cache.</param>
internal sealed record BrowserResult(int Cards, int Tiles, Latencies Cold, Latencies Warm, Latencies Live);
