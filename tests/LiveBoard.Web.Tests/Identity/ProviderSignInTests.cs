using System.Net;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static LiveBoard.Web.Tests.Identity.ProviderApp;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>P-20, P-28, P-32: who comes in by the identity provider, against a real one.</summary>
public sealed class ProviderSignInTests(ProviderApp setUp) : IClassFixture<ProviderApp>
{
    private const string AccountPage = "/signin/provider/account";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task ConnectedAccount_ComesIn_AndBackToWhereItWanted()
    {
        var user = await setUp.App.CreateUserAsync();
        await ConnectAsync(user, "connected");
        using var browser = setUp.App.CreateBrowser();

        var end = await ComeAsync(
            browser,
            new Vouched("connected", "elsewhere@example.org"),
            "/signin/provider?returnUrl=%2Fprofile"
        );

        Assert.Equal("/profile", end);
    }

    [Fact]
    public async Task AddressThatTheProviderHasNotChecked_OpensNoAccount()
    {
        var victim = await ConfirmAddressAsync(await setUp.App.CreateUserAsync());
        using var browser = setUp.App.CreateBrowser();

        var end = await ComeAsync(browser, new Vouched("attacker", victim.Email, IsChecked: false));

        Assert.Equal(AccountPage, end);
        await ExpectNothingAsync(browser, "attacker");
    }

    /// <summary>Somebody may have made an account with the victim's address before the victim came.</summary>
    [Fact]
    public async Task AddressThatWeHaveNotChecked_IsNotConnected()
    {
        var planted = await setUp.App.CreateUserAsync();
        using var browser = setUp.App.CreateBrowser();

        var end = await ComeAsync(browser, new Vouched("victim", planted.Email));

        Assert.Equal(AccountPage, end);
        await ExpectNothingAsync(browser, "victim");
    }

    [Fact]
    public async Task AddressThatBothHaveChecked_IsTheSamePerson()
    {
        var user = await ConfirmAddressAsync(await setUp.App.CreateUserAsync());
        using var browser = setUp.App.CreateBrowser();

        Assert.Equal("/", await ComeAsync(browser, new Vouched("same", user.Email)));

        await using var db = setUp.App.CreateDbContext();
        Assert.Equal(user.Id, (await db.UserLogins.SingleAsync(l => l.ProviderKey == "same", Cancellation)).UserId);
    }

    [Fact]
    public async Task Stranger_WhileRegistrationIsClosed_GetsNoAccount_NotByPostingEither()
    {
        using var browser = setUp.App.CreateBrowser();
        var stranger = new Vouched("stranger", "stranger@example.org");
        Assert.Equal(AccountPage, await ComeAsync(browser, stranger));
        var page = await browser.GetStringAsync(AccountPage, Cancellation);
        Assert.Contains("by invitation", page, StringComparison.Ordinal);

        using var posted = await PostCreateAsync(browser);

        Assert.NotEqual(HttpStatusCode.Redirect, posted.StatusCode);
        await ExpectNothingAsync(browser, "stranger");
    }

    [Fact]
    public async Task Stranger_WhereTheyMayComeIn_MakesAnAccount_AndIsKnownFromThenOn()
    {
        using var browser = setUp.OpenApp.CreateBrowser();
        var pat = new Vouched("pat", "pat@example.org");
        Assert.Equal(AccountPage, await ComeAsync(browser, pat));

        using var made = await browser.SubmitAsync(AccountPage, "create", ("Name", "Pat Parker"));
        using var again = setUp.OpenApp.CreateBrowser();

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Equal("/", await ComeAsync(again, pat with { Address = "moved@example.org" }));
        await using var db = setUp.OpenApp.CreateDbContext();
        var account = await db.Users.SingleAsync(u => u.Email == pat.Address, Cancellation);
        Assert.True(account.EmailConfirmed);
        Assert.Null(account.PasswordHash);
        Assert.False(account.IsAdministrator);
    }

    /// <summary>P-20: an invitation lets one in with registration closed, by this way as by the other, and once.</summary>
    [Fact]
    public async Task InvitedStranger_WhileRegistrationIsClosed_MakesAnAccount_AndUsesTheInvitationUp()
    {
        var invitations = setUp.App.Services.GetRequiredService<InvitationService>();
        var secret = await invitations.CreateAsync(
            setUp.App.Administrator.Actor,
            setUp.App.WorkspaceId,
            WorkspaceRole.Member,
            cancellationToken: Cancellation
        );
        var start = $"/signin/provider?returnUrl=%2Finvite%2F{secret.Value}";
        using var browser = setUp.App.CreateBrowser();
        using var late = setUp.App.CreateBrowser();
        Assert.Equal(AccountPage, await ComeAsync(browser, new Vouched("invited", "invited@example.org"), start));
        Assert.Equal(AccountPage, await ComeAsync(late, new Vouched("late", "late@example.org"), start));

        using var made = await browser.SubmitAsync(AccountPage, "create", ("Name", "Ivy Invited"));
        using var refused = await late.SubmitAsync(AccountPage, "create", ("Name", "Late"));

        Assert.Equal("/", new Uri(browser.BaseAddress!, made.Headers.Location!).AbsolutePath);
        Assert.NotEqual(HttpStatusCode.Redirect, refused.StatusCode);
        await using var db = setUp.App.CreateDbContext();
        var account = await db.Users.SingleAsync(u => u.Email == "invited@example.org", Cancellation);
        Assert.True(await db.WorkspaceMembers.AnyAsync(m => m.PersonId == account.Id, Cancellation));
        Assert.False(await db.Users.AnyAsync(u => u.Email == "late@example.org", Cancellation));
    }

    [Fact]
    public async Task MadeUpInvitation_LetsNobodyIn()
    {
        using var browser = setUp.App.CreateBrowser();
        var stranger = new Vouched("made up", "stranger@example.org");
        await ComeAsync(browser, stranger, "/signin/provider?returnUrl=%2Finvite%2Fmade-up");

        using var posted = await PostCreateAsync(browser);

        Assert.NotEqual(HttpStatusCode.Redirect, posted.StatusCode);
        await ExpectNothingAsync(browser, "made up");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("not an address", true)]
    [InlineData("unchecked@example.org", false)]
    public async Task Stranger_WithoutACheckedAddress_GetsNoAccount(string address, bool isChecked)
    {
        using var browser = setUp.OpenApp.CreateBrowser();

        Assert.Equal(AccountPage, await ComeAsync(browser, new Vouched("nameless", address, isChecked)));

        Assert.Contains(
            "has not been checked",
            await browser.GetStringAsync(AccountPage, Cancellation),
            StringComparison.Ordinal
        );
        using var posted = await PostCreateAsync(browser);
        Assert.NotEqual(HttpStatusCode.Redirect, posted.StatusCode);
        await using var db = setUp.OpenApp.CreateDbContext();
        Assert.False(await db.UserLogins.AnyAsync(l => l.ProviderKey == "nameless", Cancellation));
    }

    [Fact]
    public async Task AccountWithASecondStep_IsAskedForIt()
    {
        var user = await setUp.App.CreateUserAsync();
        await ConnectAsync(user, "two steps");
        await using (var db = setUp.App.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation)).TwoFactorEnabled = true;
            await db.SaveChangesAsync(Cancellation);
        }

        using var browser = setUp.App.CreateBrowser();

        Assert.Equal("/signin/second-step", await ComeAsync(browser, new Vouched("two steps", user.Email)));
        Assert.Equal("/signin?returnUrl=%2Fprofile", await FollowAsync(browser, "/profile"));
    }

    [Fact]
    public async Task DisabledAccount_DoesNotComeIn()
    {
        var user = await setUp.App.CreateUserAsync();
        await ConnectAsync(user, "disabled");
        await using (var db = setUp.App.CreateDbContext())
        {
            (await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation)).IsDisabled = true;
            await db.SaveChangesAsync(Cancellation);
        }

        using var browser = setUp.App.CreateBrowser();

        Assert.Equal("/signin?provider=failed", await ComeAsync(browser, new Vouched("disabled", user.Email)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Session_IsStrong_WhenTheProviderAskedForMore(bool isStrong)
    {
        var user = await setUp.App.CreateUserAsync();
        await ConnectAsync(user, $"strong {isStrong}");
        using var browser = setUp.App.CreateBrowser();

        await ComeAsync(browser, new Vouched($"strong {isStrong}", user.Email, IsStrong: isStrong));

        await using var db = setUp.App.CreateDbContext();
        Assert.Equal(isStrong, (await db.SignInSessions.SingleAsync(s => s.UserId == user.Id, Cancellation)).IsStrong);
    }

    [Fact]
    public async Task WayBack_IsGoodOnce_AndForTheBrowserThatWent()
    {
        var user = await setUp.App.CreateUserAsync();
        await ConnectAsync(user, "replayed");
        using var browser = setUp.App.CreateBrowser();
        using var thief = setUp.App.CreateBrowser();
        var back = await AskAsync(browser, new Vouched("replayed", user.Email));

        Assert.Equal("/signin?provider=failed", await FollowAsync(thief, back.PathAndQuery));
        Assert.Equal("/", await FollowAsync(browser, back.PathAndQuery));
        using var signedOut = await browser.SignOutAsync();
        Assert.Equal("/signin?provider=failed", await FollowAsync(browser, back.PathAndQuery));
        Assert.Equal("/signin?provider=failed", await FollowAsync(thief, "/signin/provider/callback?code=x&state=y"));
        Assert.Equal("/signin?provider=failed", await FollowAsync(thief, "/signin/provider/done"));
    }

    /// <summary>Posts the form, whether or not the page shows it.</summary>
    private static async Task<HttpResponseMessage> PostCreateAsync(HttpClient browser)
    {
        using var content = new FormUrlEncodedContent([
            KeyValuePair.Create("_handler", "create"),
            KeyValuePair.Create("__RequestVerificationToken", await browser.GetAntiforgeryTokenAsync("/signin")),
            KeyValuePair.Create("Name", "Stranger"),
        ]);
        return await browser.PostAsync(AccountPage, content, Cancellation);
    }

    private async Task<TestUser> ConfirmAddressAsync(TestUser user)
    {
        await using var db = setUp.App.CreateDbContext();
        (await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation)).EmailConfirmed = true;
        await db.SaveChangesAsync(Cancellation);
        return user;
    }

    private async Task ConnectAsync(TestUser user, string key)
    {
        using var browser = await setUp.App.CreateBrowserAsync(user);
        Assert.Equal(
            AccountPage,
            await ComeAsync(browser, new Vouched(key, "elsewhere@example.org", IsChecked: false))
        );
        using var connected = await browser.SubmitAsync(AccountPage, "connect");
        Assert.Equal(HttpStatusCode.Redirect, connected.StatusCode);
        await using var db = setUp.App.CreateDbContext();
        await db
            .SignInSessions.Where(s => s.UserId == user.Id)
            .ForEachAsync(s => db.SignInSessions.Remove(s), Cancellation);
        await db.SaveChangesAsync(Cancellation);
    }

    /// <summary>Nobody is signed in, and nobody is known by this key.</summary>
    private async Task ExpectNothingAsync(HttpClient browser, string key)
    {
        Assert.Equal("/signin?returnUrl=%2Fprofile", await FollowAsync(browser, "/profile"));
        await using var db = setUp.App.CreateDbContext();
        Assert.False(await db.UserLogins.AnyAsync(l => l.ProviderKey == key, Cancellation));
        Assert.False(await db.Users.AnyAsync(u => u.Email == "stranger@example.org", Cancellation));
    }
}
