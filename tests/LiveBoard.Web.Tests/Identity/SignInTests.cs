using System.Net;
using System.Text.RegularExpressions;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Tests.Identity;

public sealed partial class SignInTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_WithoutSignIn_LeadsToSignInAndBack()
    {
        using var client = setUp.App.CreateBrowser();

        using var page = await client.GetAsync("/profile", Cancellation);
        Assert.Equal("/signin?returnUrl=%2Fprofile", page.Headers.Location!.PathAndQuery);
        using var signedIn = await SubmitAsync(client, page.Headers.Location.PathAndQuery, setUp.User.Email);

        Assert.Equal("/profile", new Uri(client.BaseAddress!, signedIn.Headers.Location!).PathAndQuery);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("%2f%2fevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("\\\\evil.example")]
    public async Task SignIn_WithAForeignReturnAddress_GoesHome(string returnUrl)
    {
        using var client = setUp.App.CreateBrowser();

        using var response = await SubmitAsync(
            client,
            $"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}",
            setUp.User.Email
        );

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(client.BaseAddress, new Uri(client.BaseAddress!, response.Headers.Location!));
    }

    [Fact]
    public async Task SignIn_OverPlainHttp_SetsACookieThatScriptsCannotRead()
    {
        using var client = setUp.App.CreateBrowser();

        using var response = await SubmitAsync(client, "/signin", setUp.User.Email);

        var cookie = Assert.Single(
            response.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("LiveBoard=", StringComparison.Ordinal)
        );
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_OverHttps_BindsTheCookieToTheHost()
    {
        using var client = setUp.App.CreateBrowser();
        client.BaseAddress = new Uri("https://localhost");

        using var response = await SubmitAsync(client, "/signin", setUp.User.Email);
        using var home = await client.GetAsync("/", Cancellation);

        var cookie = Assert.Single(
            response.Headers.GetValues("Set-Cookie"),
            c => c.StartsWith("__Host-LiveBoard=", StringComparison.Ordinal)
        );
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain", cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    [Fact]
    public async Task WrongPassword_AndUnknownPerson_GetTheSameAnswer()
    {
        using var client = setUp.App.CreateBrowser();

        using var wrong = await SubmitAsync(client, "/signin", setUp.User.Email, "not the password");
        using var unknown = await SubmitAsync(client, "/signin", "nobody@example.com", "not the password");

        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await WordsAsync(wrong, setUp.User.Email), await WordsAsync(unknown, "nobody@example.com"));
        Assert.False(
            wrong.Headers.TryGetValues("Set-Cookie", out var cookies)
                && cookies.Any(c => c.StartsWith("LiveBoard=", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task DisabledAccount_CannotSignIn()
    {
        var user = await setUp.App.CreateUserAsync();
        using var client = setUp.App.CreateBrowser();
        await using (var db = setUp.App.CreateDbContext())
        {
            var account = await db.Users.SingleAsync(u => u.Id == user.Id, Cancellation);
            account.IsDisabled = true;
            await db.SaveChangesAsync(Cancellation);
        }

        using var again = await SubmitAsync(client, "/signin", user.Email);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("do not match", await again.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_EndsTheCookieForGood_AndNoOtherSignIn()
    {
        using var client = setUp.App.CreateBrowser();
        using var signedIn = await SubmitAsync(client, "/signin", setUp.User.Email);
        var cookie = signedIn
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("LiveBoard=", StringComparison.Ordinal));
        using var kept = await setUp.App.CreateBrowserAsync(setUp.User);

        using var response = await client.SignOutAsync();

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        using var thief = setUp.App.CreateBrowser();
        thief.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        using var stolen = await thief.GetAsync("/profile", Cancellation);
        using var other = await kept.GetAsync("/profile", Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, stolen.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task SignOut_FromAnotherSitesForm_IsRefused()
    {
        using var client = await setUp.App.CreateBrowserAsync(setUp.User);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("x", "y")]);

        using var response = await client.PostAsync("/signout", form, Cancellation);
        using var after = await client.GetAsync("/profile", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task HugePassword_IsRefusedUnread()
    {
        using var client = setUp.App.CreateBrowser();

        using var huge = await SubmitAsync(client, "/signin", setUp.User.Email, new string('x', 1_000_000));
        using var large = await SubmitAsync(client, "/signin", setUp.User.Email, new string('x', 257));

        Assert.Equal(HttpStatusCode.BadRequest, huge.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, large.StatusCode);
    }

    private static Task<HttpResponseMessage> SubmitAsync(
        HttpClient client,
        string page,
        string email,
        string password = "seven green bicycles"
    ) => client.SubmitAsync(page, "signin", ("Email", email), ("Password", password));

    /// <summary>The page without what differs in every answer anyway: tokens, and the address that was typed.</summary>
    private static async Task<string> WordsAsync(HttpResponseMessage response, string email)
    {
        var html = await response.Content.ReadAsStringAsync(Cancellation);
        var main = html[
            html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)
        ];
        return Token().Replace(main, "").Replace(email, "", StringComparison.Ordinal);
    }

    [GeneratedRegex("value=\"CfDJ[^\"]+\"", RegexOptions.None, 1000)]
    private static partial Regex Token();
}
