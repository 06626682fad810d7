using System.Diagnostics;
using System.Net.WebSockets;
using LiveBoard.Benchmarks.Circuits;

namespace LiveBoard.Benchmarks.Yardstick;

/// <summary>A socket that only listens.</summary>
internal sealed class YardstickViewer : IAsyncDisposable
{
    private const int MaxMessage = 4 * 1024;

    private readonly ClientWebSocket _socket;
    private readonly IMessageWatch _watch;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _loop;

    private YardstickViewer(ClientWebSocket socket, IMessageWatch watch)
    {
        (_socket, _watch) = (socket, watch);
        _loop = ReceiveAsync();
    }

    public static async Task<YardstickViewer> OpenAsync(Wire wire, IMessageWatch watch) =>
        new(await RawSocket.ConnectAsync(wire, YardstickServer.ViewerPath, null, isCompressed: false, default), watch);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _loop;
        _socket.Dispose();
        _closing.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[MaxMessage];
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _closing.Token);
                _watch.OnMessage(buffer.AsSpan(0, part.Count), Stopwatch.GetTimestamp());
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The run is over; a viewer that was lost earlier shows as missed.
        }
    }
}
