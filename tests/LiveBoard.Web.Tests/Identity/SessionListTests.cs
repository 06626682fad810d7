using System.Net;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Account;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>The list of sign-ins on the profile page, and its buttons.</summary>
public sealed class SessionListTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private const string Phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneThatIsEnded_IsSignedOut_AndTheOthersAreNot()
    {
        var user = await setUp.App.CreateUserAsync();
        using var here = await setUp.App.CreateBrowserAsync(user);
        using var phone = await SignInFromAsync(user, Phone);
        using var third = await setUp.App.CreateBrowserAsync(user);
        var page = await here.GetStringAsync("/profile/security", Cancellation);
        var button = page[..page.IndexOf("Sign out Safari on iPhone", StringComparison.Ordinal)];
        var id = button[(button.LastIndexOf("value=\"", StringComparison.Ordinal) + 7)..].Split('"')[0];

        using var response = await here.SubmitAsync("/profile/security", "sessions", ("EndSession", id));

        Assert.Contains("Signed out there.", await BodyAsync(response), StringComparison.Ordinal);
        Assert.False(await IsSignedInAsync(phone));
        Assert.True(await IsSignedInAsync(here));
        Assert.True(await IsSignedInAsync(third));
    }

    [Fact]
    public async Task AllOthers_AreSignedOut_AndThisOneIsNot()
    {
        var user = await setUp.App.CreateUserAsync();
        using var here = await setUp.App.CreateBrowserAsync(user);
        using var phone = await SignInFromAsync(user, Phone);
        using var third = await setUp.App.CreateBrowserAsync(user);

        using var response = await here.SubmitAsync("/profile/security", "sessions", ("EndSession", "others"));

        Assert.DoesNotContain("everywhere else", await BodyAsync(response), StringComparison.Ordinal);
        Assert.False(await IsSignedInAsync(phone));
        Assert.False(await IsSignedInAsync(third));
        Assert.True(await IsSignedInAsync(here));
    }

    [Fact]
    public async Task SomebodyElses_AreNeitherShownNorEnded()
    {
        using var theirs = await SignInFromAsync(await setUp.App.CreateUserAsync(), Phone);
        using var mine = await setUp.App.CreateBrowserAsync(await setUp.App.CreateUserAsync());
        await using var db = setUp.App.CreateDbContext();
        var all = db.SignInSessions.Where(s => s.Device == Phone).Select(s => s.Id).ToArray();

        foreach (var id in all)
        {
            using var response = await mine.SubmitAsync("/profile/security", "sessions", ("EndSession", id.ToString()));
            Assert.DoesNotContain("iPhone", await BodyAsync(response), StringComparison.Ordinal);
        }

        Assert.NotEmpty(all);
        Assert.True(await IsSignedInAsync(theirs));
    }

    [Fact]
    public async Task AWishThatIsNone_IsRefused()
    {
        using var client = await setUp.App.CreateBrowserAsync(await setUp.App.CreateUserAsync());

        using var response = await client.SubmitAsync("/profile/security", "sessions", ("EndSession", "all of them"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(Phone, "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
        "Edge on Windows"
    )]
    [InlineData("curl/8.14.1", "Unknown browser")]
    [InlineData("", "Unknown browser")]
    public void Devices_AreNamedInWords(string userAgent, string words) =>
        Assert.Equal(words, DeviceWords.Of(userAgent));

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(Cancellation);

    private static async Task<bool> IsSignedInAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/profile/security", Cancellation);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private async Task<HttpClient> SignInFromAsync(TestUser user, string userAgent)
    {
        var client = setUp.App.CreateBrowser();
        client.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        await LiveBoardApp.SignInAsync(client, user);
        return client;
    }
}
