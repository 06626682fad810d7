using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Testing;
using Microsoft.Playwright;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// Two people write one description in real browsers while others have the board open: from the key going down in the one
/// to the character standing in the other. Both browsers have the machine's clock.
/// </summary>
internal sealed class TypingScenario(BenchmarkOptions options, SeededDatabase database)
{
    private const int Watchers = 20;
    private const int WarmUp = 20;

    private const string Keys = """
        () => {
          window.keys = [];
          addEventListener("keydown", (e) => e.key.length === 1 && window.keys.push(performance.timeOrigin + performance.now()), true);
        }
        """;

    private const string Arrivals = """
        () => {
          window.arrivals = [];
          const content = document.querySelector(".panel .cm-content");
          let length = content.keptText().length;
          new MutationObserver(() => {
            for (const now = content.keptText().length; length < now; length++)
              window.arrivals.push(performance.timeOrigin + performance.now());
          }).observe(content, { childList: true, characterData: true, subtree: true });
        }
        """;

    /// <summary>Types so many characters, at a good typist's pace.</summary>
    public async Task<IReadOnlyList<TypingResult>> RunAsync(int characters)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = BrowserScenario.ExecutablePath,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            }
        );
        await using var server = await ProductServer.StartAsync(options, database.Copy());
        var address = server.Address.ToString();
        using var wire = new Wire(server.Address);
        var tickets = await CircuitTicket.SignInAsync(wire, database.Viewers, options.IsCompressed);
        var path = $"b/{database.Board(LiveScenario.BoardSize).BoardId}";
        await using var crowd = await CircuitCrowd.OpenAsync(tickets, path, Watchers);
        var writer = await OpenEditorAsync(browser, address, path, database.Writer);
        var reader = await OpenEditorAsync(browser, address, path, database.Viewers[0]);
        await writer.EvaluateAsync(Keys);
        await reader.EvaluateAsync(Arrivals);
        var batches = crowd.Clients.Sum(c => c.BatchCount);
        var text = string.Concat(Enumerable.Range(0, WarmUp + characters).Select(i => (char)('a' + (i % 26))));
        await writer.Locator(".panel .cm-content").FocusAsync();
        await writer.Keyboard.TypeAsync(text, new KeyboardTypeOptions { Delay = 120 });
        await reader.WaitForFunctionAsync("(count) => window.arrivals.length >= count", text.Length);
        var keys = await writer.EvaluateAsync<double[]>("() => window.keys");
        var arrivals = await reader.EvaluateAsync<double[]>("() => window.arrivals");
        return
        [
            new TypingResult(
                Watchers,
                new Latencies(keys.Zip(arrivals, (key, arrival) => arrival - key).Skip(WarmUp)),
                (double)(crowd.Clients.Sum(c => c.BatchCount) - batches) / Watchers
            ),
        ];
    }

    private static async Task<IPage> OpenEditorAsync(IBrowser browser, string address, string path, TestUser user)
    {
        var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{address}signin");
        await page.Locator("[name=Email]").FillAsync(user.Email);
        await page.Locator("[name=Password]").FillAsync(user.Password);
        await page.Locator("[name=Password]").PressAsync("Enter");
        await page.WaitForURLAsync(u => !u.Contains("/signin", StringComparison.Ordinal));
        await page.GotoAsync($"{address}{path}/c/1");
        await page.Locator(".lanes[data-live]").WaitForAsync();
        await page.Locator(".panel").GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        await page.Locator(".panel .cm-content").WaitForAsync();
        return page;
    }
}

/// <summary>How soon others see what somebody types.</summary>
/// <param name="Watchers">Others who have the board open and no editor.</param>
/// <param name="Latency">From the key to the other's screen.</param>
/// <param name="BatchesPerWatcher">Pictures that each of them was sent meanwhile.</param>
internal sealed record TypingResult(int Watchers, Latencies Latency, double BatchesPerWatcher);
