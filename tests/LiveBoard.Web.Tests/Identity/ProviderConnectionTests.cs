using System.Net;
using LiveBoard.Testing;
using LiveBoard.Web.Identity.Providers;
using Microsoft.EntityFrameworkCore;
using static LiveBoard.Web.Tests.Identity.ProviderApp;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>Connecting an account to the identity provider, proving by it who one is, and disconnecting.</summary>
public sealed class ProviderConnectionTests(ProviderApp setUp) : IClassFixture<ProviderApp>
{
    private const string AccountPage = "/signin/provider/account";
    private const string Confirming = "/signin/provider?confirm=true&returnUrl=%2Fprofile%2Fsecond-step";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task ComingBackAlone_ConnectsNothing_AndMakesNobodySomebodyElse()
    {
        var user = await setUp.App.CreateUserAsync();
        using var browser = await setUp.App.CreateBrowserAsync(user);

        Assert.Equal(AccountPage, await ComeAsync(browser, new Vouched("lured", "lured@example.org")));

        Assert.Equal(0, await CountLoginsAsync("lured"));
        Assert.Contains(
            user.Email,
            await browser.GetStringAsync("/profile/security", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ComingBackAsSomebodyElse_OneStaysWhoOneIs()
    {
        using var theirs = await ConnectAsync(await setUp.App.CreateUserAsync(), "somebody else");
        var user = await setUp.App.CreateUserAsync();
        using var browser = await setUp.App.CreateBrowserAsync(user);

        await ComeAsync(browser, new Vouched("somebody else", "x@example.org"));

        Assert.Contains(
            user.Email,
            await browser.GetStringAsync("/profile/security", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task OnePersonThere_OpensOneAccountHere()
    {
        using var first = await ConnectAsync(await setUp.App.CreateUserAsync(), "taken");
        using var second = await setUp.App.CreateBrowserAsync(await setUp.App.CreateUserAsync());
        await ComeAsync(second, new Vouched("taken", "taken@example.org"));

        using var refused = await second.SubmitAsync(AccountPage, "connect");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(1, await CountLoginsAsync("taken"));
    }

    [Fact]
    public async Task Disconnected_ItOpensNothing()
    {
        using var browser = await ConnectAsync(await setUp.App.CreateUserAsync(), "gone");

        using var response = await browser.SubmitAsync("/profile/security", "providers", ("Disconnect", "gone"));

        Assert.Contains(
            "no longer opens",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        using var later = setUp.App.CreateBrowser();
        Assert.Equal(AccountPage, await ComeAsync(later, new Vouched("gone", "gone@example.org")));
    }

    [Fact]
    public async Task SomebodyElses_IsNotDisconnected()
    {
        using var theirs = await ConnectAsync(await setUp.App.CreateUserAsync(), "theirs");
        using var mine = await ConnectAsync(await setUp.App.CreateUserAsync(), "mine");

        using var response = await mine.SubmitAsync("/profile/security", "providers", ("Disconnect", "theirs"));

        Assert.DoesNotContain(
            "no longer opens",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await CountLoginsAsync("theirs"));
    }

    [Fact]
    public async Task TheOnlyWayIn_IsNotTakenAway_UntilThereIsAPassword()
    {
        using var browser = setUp.OpenApp.CreateBrowser();
        await ComeAsync(browser, new Vouched("only", "only@example.org"));
        using var made = await browser.SubmitAsync(AccountPage, "create", ("Name", "Only"));

        using var refused = await browser.SubmitAsync("/profile/security", "providers", ("Disconnect", "only"));
        using var set = await browser.SubmitAsync(
            "/profile/security",
            "password",
            ("NewPassword", "eight purple umbrellas")
        );
        using var done = await browser.SubmitAsync("/profile/security", "providers", ("Disconnect", "only"));

        Assert.Contains("only way", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains(
            "no longer opens",
            await done.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        using var later = setUp.OpenApp.CreateBrowser();
        await LiveBoardApp.SignInAsync(
            later,
            new TestUser(Guid.Empty, "Only", "only@example.org", "eight purple umbrellas")
        );
    }

    [Fact]
    public async Task Confirming_TakesTheSamePerson_AskedAnew()
    {
        var user = await setUp.App.CreateUserAsync();
        using var browser = await ConnectAsync(user, "confirming");
        using var other = await ConnectAsync(await setUp.App.CreateUserAsync(), "other");
        await AgeAsync(user);
        Assert.StartsWith("/confirm", await FollowAsync(browser, "/profile/second-step"), StringComparison.Ordinal);

        var stale = await ComeAsync(browser, new Vouched("confirming", "x@example.org", IsStale: true), Confirming);
        var wrong = await ComeAsync(browser, new Vouched("other", "x@example.org"), Confirming);
        var right = await ComeAsync(browser, new Vouched("confirming", "x@example.org"), Confirming);

        Assert.StartsWith("/confirm", stale, StringComparison.Ordinal);
        Assert.StartsWith("/confirm", wrong, StringComparison.Ordinal);
        Assert.Equal("/profile/second-step", right);
    }

    [Theory]
    [InlineData("http://provider.example", "liveboard", "https")]
    [InlineData("provider", "liveboard", "not an address")]
    [InlineData("https://provider.example", "", "ClientId")]
    public void UnusableSettings_AreRefusedInWords(string authority, string client, string word) =>
        Assert.Contains(
            word,
            new ProviderSettings { Authority = authority, ClientId = client }.Problem,
            StringComparison.Ordinal
        );

    /// <summary>As if the password had been asked for long ago.</summary>
    private async Task AgeAsync(TestUser user)
    {
        await using var db = setUp.App.CreateDbContext();
        (await db.SignInSessions.SingleAsync(s => s.UserId == user.Id, Cancellation)).ConfirmedAt = default;
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<int> CountLoginsAsync(string key)
    {
        await using var db = setUp.App.CreateDbContext();
        return await db.UserLogins.CountAsync(l => l.ProviderKey == key, Cancellation);
    }

    private async Task<HttpClient> ConnectAsync(TestUser user, string key)
    {
        var browser = await setUp.App.CreateBrowserAsync(user);
        await ComeAsync(browser, new Vouched(key, $"{key}@example.org"));
        using var connected = await browser.SubmitAsync(AccountPage, "connect");
        Assert.Equal(HttpStatusCode.Redirect, connected.StatusCode);
        return browser;
    }
}
