using System.Net;
using System.Net.Http.Headers;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Hosting;

public sealed class SecurityHeadersTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/signin")]
    [InlineData("/")]
    [InlineData("/no/such/page")]
    [InlineData("/health")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_blazor/negotiate")]
    [InlineData("/status/500")]
    public async Task EveryAnswer_SaysWhatAPageMayDo(string path)
    {
        using var client = setUp.App.CreateBrowser();

        using var response = await client.GetAsync(path, Cancellation);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("object-src 'none'", policy, StringComparison.Ordinal);
        var scripts = policy.Split(';').Single(d => d.Trim().StartsWith("script-src", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.True(response.Headers.Contains("Permissions-Policy"));
    }

    [Fact]
    public async Task LivePage_HasOnePolicy_AndIsNotKeptByTheBrowser()
    {
        using var client = await setUp.App.CreateBrowserAsync(setUp.User);

        using var response = await client.GetAsync("/", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Nonce_IsAnotherOneInEveryAnswer()
    {
        using var client = setUp.App.CreateBrowser();

        var policies = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var response = await client.GetAsync("/signin", Cancellation);
            policies.Add(response.Headers.GetValues("Content-Security-Policy").Single());
        }

        Assert.NotEqual(policies[0], policies[1]);
    }

    [Fact]
    public async Task StaticFile_IsServedWithoutSignIn()
    {
        using var client = setUp.App.CreateBrowser();

        using var response = await client.GetAsync("/_content/MudBlazor/MudBlazor.min.css", Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task Https_TellsTheBrowserToStayThere()
    {
        using var client = setUp.App.CreateBrowser();
        client.BaseAddress = new Uri("https://boards.example");

        using var response = await client.GetAsync("/signin", Cancellation);

        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task UnknownPage_IsAnsweredInWords()
    {
        using var client = await setUp.App.CreateBrowserAsync(setUp.User);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var response = await client.GetAsync("/no/such/page", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(
            "Nothing here",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task FormWithoutItsToken_IsRefusedInWords()
    {
        using var client = setUp.App.CreateBrowser();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "signin")]);

        using var response = await client.PostAsync("/signin", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("reload", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }
}
