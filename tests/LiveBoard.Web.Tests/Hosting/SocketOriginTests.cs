using System.Net;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Hosting;

public sealed class SocketOriginTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("https://localhost")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://localhost/path")]
    [InlineData("file://")]
    [InlineData(null)]
    public async Task Negotiate_FromAnotherPage_IsRefused(string? origin)
    {
        using var client = await setUp.App.CreateBrowserAsync(setUp.User);

        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(client, origin));
    }

    [Fact]
    public async Task Negotiate_FromOurOwnPage_IsLetIn()
    {
        using var client = await setUp.App.CreateBrowserAsync(setUp.User);

        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(client, "http://localhost"));
    }

    [Fact]
    public async Task Negotiate_WithoutSignIn_IsRefused()
    {
        using var client = setUp.App.CreateBrowser();

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(client, "http://localhost"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData(null)]
    public async Task Handshake_FromAnotherPage_IsRefused(string? origin)
    {
        var socket = setUp.App.Server.CreateWebSocketClient();
        socket.ConfigureRequest = request =>
        {
            request.Headers.Origin = origin;
            request.Headers.Upgrade = "websocket";
        };

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            socket.ConnectAsync(new Uri("ws://localhost/_blazor?id=1"), Cancellation)
        );

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Negotiate_WithAPublicAddress_TakesThatOneOnly()
    {
        await using var app = new LiveBoardApp().With("LiveBoard:PublicUrl", "https://boards.example/");
        var user = await app.CreateAdministratorAsync();
        using var client = app.CreateBrowser();
        client.BaseAddress = new Uri("https://boards.example");
        await LiveBoardApp.SignInAsync(client, user);

        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(client, "https://boards.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(client, "http://boards.example"));
    }

    private static async Task<HttpStatusCode> NegotiateAsync(HttpClient client, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await client.SendAsync(request, Cancellation);
        return response.StatusCode;
    }
}
