using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Benchmarks.Yardstick;

/// <summary>
/// The least that any server on this machine must do: Kestrel sends what one socket says to all the others. No live
/// product can be faster than this.
/// </summary>
internal static class YardstickServer
{
    public const string WriterPath = "write";
    public const string ViewerPath = "view";

    private const int MaxMessage = 4 * 1024;

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        await using var app = builder.Build();
        var viewers = new ConcurrentDictionary<WebSocket, bool>();
        app.UseWebSockets();
        app.Map($"/{ViewerPath}", context => ViewAsync(context, viewers));
        app.Map($"/{WriterPath}", context => WriteAsync(context, viewers));
        await app.RunAsync();
    }

    private static async Task ViewAsync(HttpContext context, ConcurrentDictionary<WebSocket, bool> viewers)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        viewers[socket] = true;
        await foreach (var _ in ReceiveAsync(socket, context.RequestAborted))
        {
            // Viewers say nothing; this only notices that they leave.
        }

        viewers.TryRemove(socket, out _);
    }

    private static async Task WriteAsync(HttpContext context, ConcurrentDictionary<WebSocket, bool> viewers)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await foreach (var message in ReceiveAsync(socket, context.RequestAborted))
        {
            foreach (var viewer in viewers.Keys)
            {
                await viewer.SendAsync(
                    message,
                    WebSocketMessageType.Binary,
                    endOfMessage: true,
                    context.RequestAborted
                );
            }
        }
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> ReceiveAsync(
        WebSocket socket,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var buffer = new byte[MaxMessage];
        while (await NextAsync(socket, buffer, cancellationToken) is { } length)
        {
            yield return buffer.AsMemory(0, length);
        }
    }

    private static async Task<int?> NextAsync(WebSocket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            return part.MessageType == WebSocketMessageType.Close ? null : part.Count;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // Left without a word.
            return null;
        }
    }
}
