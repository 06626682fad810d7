using System.Net;
using LiveBoard.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Hosting;

/// <summary>P-34, B-44: what a peer says of where it comes from is believed of the proxies that the settings name, and of no other.</summary>
public sealed class ProxyTests
{
    private const string Peer = "192.0.2.7";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stranger_DoesNotGetPastALimit_ByNamingOtherAddresses()
    {
        await using var app = Start(trusted: null);
        await app.CreateAdministratorAsync();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await GuessAsync(app, $"198.51.100.{i}"));
        }

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
            answers
        );
    }

    [Fact]
    public async Task TrustedProxy_IsBelieved_AndItsPeopleAreCountedEachByThemselves()
    {
        await using var app = Start(trusted: Peer);
        await app.CreateAdministratorAsync();

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await GuessAsync(app, $"198.51.100.{i}"));
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(Peer, true)]
    public async Task Https_IsBelievedOfATrustedProxyOnly(string? trusted, bool isHttps)
    {
        await using var app = Start(trusted);
        using var browser = app.CreateBrowser();
        browser.BaseAddress = new Uri("http://boards.example");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var response = await browser.GetAsync("/mark.svg", Cancellation);

        Assert.Equal(isHttps, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("X-Forwarded-User")]
    [InlineData("Remote-User")]
    [InlineData("X-Remote-User")]
    [InlineData("X-WEBAUTH-USER")]
    public async Task NoHeader_SignsAnybodyIn(string header)
    {
        await using var app = Start(trusted: Peer);
        var user = await app.CreateAdministratorAsync();
        using var browser = app.CreateBrowser();
        browser.DefaultRequestHeaders.Add(header, user.Email);

        using var response = await browser.GetAsync("/profile", Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task LimitReached_SaysWhenToComeBack()
    {
        await using var app = Start(trusted: null);
        await app.CreateAdministratorAsync();
        using var browser = app.CreateBrowser();
        HttpResponseMessage? last = null;
        for (var i = 0; i < 4; i++)
        {
            last?.Dispose();
            last = await browser.SubmitAsync("/signin", "signin", ("Email", "ada@example.org"), ("Password", "wrong"));
        }

        using (last)
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
            Assert.Equal(TimeSpan.FromMinutes(1), last.Headers.RetryAfter?.Delta);
        }
    }

    private static LiveBoardApp Start(string? trusted)
    {
        var app = new LiveBoardApp()
            .With("LiveBoard:Limits:SignInsPerMinute", "3")
            .With(services => services.AddSingleton<IStartupFilter>(new PeerFilter()));
        return trusted is null ? app : app.With("LiveBoard:TrustedProxies:0", trusted);
    }

    private static async Task<HttpStatusCode> GuessAsync(LiveBoardApp app, string forwardedFor)
    {
        using var browser = app.CreateBrowser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        using var response = await browser.SubmitAsync(
            "/signin",
            "signin",
            ("Email", "ada@example.org"),
            ("Password", "not the password")
        );
        return response.StatusCode;
    }

    /// <summary>The connection's other end, which the server in memory does not have.</summary>
    private sealed class PeerFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        context.Connection.RemoteIpAddress = IPAddress.Parse(Peer);
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
