using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Hosting;

/// <summary>What only a real server shows: sockets that stay open.</summary>
public sealed class LiveSocketTests : IAsyncDisposable
{
    private readonly LiveBoardApp _app = new LiveBoardApp()
        .With("LiveBoard:Limits:CircuitsPerUser", "2")
        .With("LiveBoard:Limits:ConnectionsPerMinuteAndUser", "1000000")
        .With("LiveBoard:Limits:ConnectionsPerMinute", "1000000");
    private readonly CookieContainer _cookies = new();

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task LivePages_OfOneUser_AreLimited_AndAClosedOneMakesRoom()
    {
        var address = new Uri(_app.StartOnSocket());
        using var client = new HttpClient(
            new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false }
        )
        {
            BaseAddress = address,
        };
        await LiveBoardApp.SignInAsync(client, await _app.CreateAdministratorAsync());
        using var first = await OpenAsync(client, address);
        using var second = await OpenAsync(client, address);

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(client, address));
        using var page = await client.GetAsync(address, Cancellation);

        Assert.Contains("429", refused.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Equal(WebSocketState.Open, second.State);
        await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
        using var again = await OpenOnceThereIsRoomAsync(client, address);
        Assert.Equal(WebSocketState.Open, again.State);
    }

    [Fact]
    public async Task StaticFilesAndPages_AreServedFromTheRealAddress()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_app.StartOnSocket()) };
        await _app.CreateAdministratorAsync();

        var script = await client.GetStringAsync("/_framework/blazor.web.js", Cancellation);
        var page = await client.GetStringAsync("/", Cancellation);

        Assert.NotEmpty(script);
        Assert.Contains("Sign in", page, StringComparison.Ordinal);
    }

    /// <summary>The server notices the end of a connection in its own time; each refusal is an answer, so this ends with the first place.</summary>
    private async Task<ClientWebSocket> OpenOnceThereIsRoomAsync(HttpClient client, Uri address)
    {
        while (true)
        {
            try
            {
                return await OpenAsync(client, address);
            }
            catch (WebSocketException)
            {
                Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<ClientWebSocket> OpenAsync(HttpClient client, Uri address)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        using var response = await client.SendAsync(request, Cancellation);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStreamAsync(Cancellation));
        var token = answer.RootElement.GetProperty("connectionToken").GetString();

        var socket = new ClientWebSocket();
        socket.Options.Cookies = _cookies;
        socket.Options.SetRequestHeader("Origin", origin);
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{address.Authority}/_blazor?id={token}"), Cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
