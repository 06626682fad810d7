using System.Net;
using System.Net.WebSockets;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Hosting;

/// <summary>B-10, B-13: what somebody sends who has a connection and no browser.</summary>
public sealed class HostileSocketTests : IAsyncLifetime
{
    private const int Forged = 10_000;

    private readonly LiveBoardApp _app = new LiveBoardApp()
        .With("LiveBoard:Limits:ConnectionsPerMinuteAndUser", "100000")
        .With("LiveBoard:Limits:ConnectionsPerMinute", "100000");
    private readonly CookieContainer _cookies = new();
    private HttpClient _client = null!;
    private ClientWebSocket _honest = null!;

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _client = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(_app.StartOnSocket()),
        };
        await LiveBoardApp.SignInAsync(_client, await _app.CreateAdministratorAsync());
        _honest = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _honest.Dispose();
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task MessageOverTheLimit_ClosesThatConnection_AndNoOther()
    {
        using var hostile = await OpenAsync();

        await SendAsync(hostile, HubFrame.Call("NoSuchMethod", new string('x', 65 * 1024)));

        Assert.True(await IsClosedAsync(hostile));
        await ExpectOthersUnharmedAsync();
    }

    [Fact]
    public async Task TenThousandForgedCalls_HarmNobodyElse()
    {
        byte[][] calls =
        [
            HubFrame.Call("NoSuchMethod", "x"),
            HubFrame.Call("StartCircuit", "not an address", null, "[]", "nonsense"),
            HubFrame.Call("ConnectCircuit", "somebody else's secret"),
            HubFrame.Call("ResumeCircuit", "x", "http://localhost/", "http://localhost/", "x", "x"),
            HubFrame.Call("UpdateRootComponents", "[{}]", "x"),
            HubFrame.Call("BeginInvokeDotNetFromJS", "1", "System.Diagnostics.Process", "Start", 0, "[\"sh\"]"),
            HubFrame.Call("BeginInvokeDotNetFromJS", "1", null, "MoveAsync", 1, new string('[', 10_000)),
            HubFrame.Call("EndInvokeJSFromDotNet", 99, true, "[99,true,{}]"),
            HubFrame.Call("OnRenderCompleted", int.MaxValue, "made up"),
            HubFrame.Call("OnLocationChanged", "javascript:alert(1)", null, true),
            HubFrame.Call("OnRenderCompleted"),
        ];
        var sent = 0;
        var hostile = await OpenAsync();
        while (sent < Forged)
        {
            if (await TrySendAsync(hostile, calls[sent % calls.Length]))
            {
                sent++;
            }
            else
            {
                hostile.Dispose();
                hostile = await OpenAsync();
            }
        }

        hostile.Dispose();
        await ExpectOthersUnharmedAsync();
    }

    /// <summary>Pages are served, and whoever was connected before still is.</summary>
    private async Task ExpectOthersUnharmedAsync()
    {
        using var page = await _client.GetAsync("/", Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await SendAsync(_honest, HubFrame.Ping);
        Assert.Equal(WebSocketState.Open, _honest.State);
        using var fresh = await OpenAsync();
        Assert.Equal(WebSocketState.Open, fresh.State);
    }

    private static async Task<bool> TrySendAsync(ClientWebSocket socket, byte[] frame)
    {
        try
        {
            await SendAsync(socket, frame);
            return socket.State == WebSocketState.Open;
        }
        catch (WebSocketException)
        {
            // The server has had enough of this one, which is its right.
            return false;
        }
    }

    private static Task SendAsync(ClientWebSocket socket, byte[] frame) =>
        socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, Cancellation);

    private static async Task<bool> IsClosedAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        try
        {
            while ((await socket.ReceiveAsync(buffer, Cancellation)).MessageType != WebSocketMessageType.Close)
            {
                // What it said before.
            }
        }
        catch (WebSocketException)
        {
            // Closed without a word.
        }

        return true;
    }

    private async Task<ClientWebSocket> OpenAsync()
    {
        var address = _client.BaseAddress!;
        var socket = new ClientWebSocket();
        socket.Options.Cookies = _cookies;
        socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        await socket.ConnectAsync(new Uri($"ws://{address.Authority}/_blazor"), Cancellation);
        await socket.SendAsync(HubFrame.Handshake, WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        await socket.ReceiveAsync(new byte[64], Cancellation);
        return socket;
    }
}
