using LiveBoard.EndToEnd.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace LiveBoard.EndToEnd.Tests;

/// <summary>One browser for all stories: the system's Chromium, Chrome or Edge, else Playwright's own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _whyNot = "";

    /// <summary>The browser; without one the test is skipped, and fails where a skip is a failure.</summary>
    public IBrowser Browser
    {
        get
        {
            if (_browser is null && Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(_whyNot);
            }

            Assert.SkipWhen(_browser is null, _whyNot);
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // A busy machine is slow, and a slow page is not a wrong one.
        Assertions.SetDefaultExpectTimeout(20_000);
        var path = Environment.GetEnvironmentVariable("LIVEBOARD_CHROMIUM") ?? Array.Find(Places, File.Exists);
        try
        {
            _browser = await _playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = path,
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                }
            );
        }
        catch (PlaywrightException error)
        {
            _whyNot =
                $"No browser: neither a Chromium, Chrome or Edge of the system nor Playwright's own could be started ({error.Message}).";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
