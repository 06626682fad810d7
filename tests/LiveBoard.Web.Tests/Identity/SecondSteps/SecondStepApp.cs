using System.Net;
using System.Text.RegularExpressions;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Identity.SecondSteps;

/// <summary>An application whose clock stands still until a test puts it forward, with people who have a second step.</summary>
public sealed partial class SecondStepApp : IAsyncLifetime
{
    public const string Page = "/profile/second-step";
    public const string SignInPage = "/signin/second-step";

    public SecondStepApp() =>
        App.With("LiveBoard:Limits:SignInsPerMinute", "1000")
            .With("LiveBoard:Limits:SignInsPerMinuteAndSource", "10000")
            .With(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));

    public LiveBoardApp App { get; } = new();

    /// <summary>Begins now: what is protected for a while is so by the machine's clock.</summary>
    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public async ValueTask InitializeAsync() => await App.CreateAdministratorAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>Puts the clock forward to where every code is a new one.</summary>
    public void WaitForNewCodes() => Time.Advance(TimeSpan.FromMinutes(2));

    /// <summary>A person who has just set the second step up.</summary>
    public async Task<Enrolled> EnrolAsync(TestUser? user = null)
    {
        user ??= await App.CreateUserAsync();
        var browser = await App.CreateBrowserAsync(user);
        var (app, offer) = await ScanAsync(browser);
        using var response = await TurnOnAsync(browser, offer, app.CodeAt(Time.GetUtcNow()));
        var page = await response.Content.ReadAsStringAsync();
        WaitForNewCodes();
        return new Enrolled(user, browser, app, [.. RecoveryCode().Matches(page).Select(m => m.Groups["code"].Value)]);
    }

    /// <summary>What the set-up page offers.</summary>
    public static async Task<(Authenticator App, string Offer)> ScanAsync(HttpClient browser)
    {
        var page = await browser.GetStringAsync(new Uri(Page, UriKind.Relative));
        return (Authenticator.Scan(page), Offer().Match(page).Groups["offer"].Value);
    }

    public static Task<HttpResponseMessage> TurnOnAsync(HttpClient browser, string offer, string code) =>
        browser.SubmitAsync(Page, "turn-on", ("Offer", offer), ("Code", code));

    /// <summary>A browser in which the password was right.</summary>
    public async Task<HttpClient> EnterPasswordAsync(TestUser user)
    {
        var browser = App.CreateBrowser();
        await LiveBoardApp.SignInAsync(browser, user);
        return browser;
    }

    public static Task<HttpResponseMessage> EnterCodeAsync(HttpClient browser, string code, bool isRecovery = false) =>
        browser.SubmitAsync(isRecovery ? $"{SignInPage}?recovery=true" : SignInPage, "second-step", ("Code", code));

    public static async Task<bool> IsSignedInAsync(HttpClient browser)
    {
        using var response = await browser.GetAsync(new Uri("/profile", UriKind.Relative));
        return response.StatusCode == HttpStatusCode.OK;
    }

    [GeneratedRegex("name=\"Offer\" value=\"(?<offer>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Offer();

    [GeneratedRegex("<li><code>(?<code>[0-9a-z-]+)</code></li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RecoveryCode();
}

/// <summary>A person with a second step.</summary>
/// <param name="User">Who.</param>
/// <param name="Browser">In which it was set up.</param>
/// <param name="App">The authenticator app.</param>
/// <param name="Codes">The recovery codes as the page showed them.</param>
public sealed record Enrolled(TestUser User, HttpClient Browser, Authenticator App, IReadOnlyList<string> Codes);
