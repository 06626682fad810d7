using System.Net;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Identity;

public sealed class RestartTests
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SignIn_OutlivesARestart_AndSoDoesSigningOut(bool isSignedOut)
    {
        string cookie;
        TestUser user;
        var before = new LiveBoardApp { IsDirectoryKept = true };
        await using (before)
        {
            user = await before.CreateAdministratorAsync();
            using var client = before.CreateBrowser();
            using var signedIn = await client.SubmitAsync(
                "/signin",
                "signin",
                ("Email", user.Email),
                ("Password", user.Password)
            );
            cookie = signedIn
                .Headers.GetValues("Set-Cookie")
                .Single(c => c.StartsWith("LiveBoard=", StringComparison.Ordinal))
                .Split(';')[0];
            if (isSignedOut)
            {
                using var signedOut = await client.SignOutAsync();
            }
        }

        await using var after = new LiveBoardApp { Directory = before.Directory };
        using var again = after.CreateBrowser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/profile");
        request.Headers.Add("Cookie", cookie);
        using var response = await again.SendAsync(request, Cancellation);

        Assert.Equal(isSignedOut ? HttpStatusCode.Redirect : HttpStatusCode.OK, response.StatusCode);
    }
}
