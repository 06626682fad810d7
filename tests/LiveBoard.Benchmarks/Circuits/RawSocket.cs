using System.Net.WebSockets;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>Opens WebSockets the way a page of the server itself would.</summary>
internal static class RawSocket
{
    public static async Task<ClientWebSocket> ConnectAsync(
        Wire wire,
        string path,
        string? cookies,
        bool isCompressed,
        CancellationToken cancellationToken
    )
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", wire.Address.GetLeftPart(UriPartial.Authority));
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (cookies is not null)
        {
            socket.Options.SetRequestHeader("Cookie", cookies);
        }

        if (isCompressed)
        {
            // As browsers offer it.
            socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        }

        var address = new UriBuilder(new Uri(wire.Address, path)) { Scheme = "ws" };
        try
        {
            await socket.ConnectAsync(address.Uri, wire.Invoker, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
