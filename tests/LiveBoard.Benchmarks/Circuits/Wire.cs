using System.Net;
using System.Net.Sockets;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>
/// The way to one server for any number of clients, counting every byte that really crosses the socket: headers, frames
/// and compression included. Thread-safe.
/// </summary>
internal sealed class Wire : IDisposable
{
    private readonly SocketsHttpHandler _handler;
    private long _received;
    private long _sent;

    public Wire(Uri address)
    {
        Address = address;
        _handler = new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = ConnectAsync,
        };
        Invoker = new HttpMessageInvoker(_handler, disposeHandler: false);
        Http = new HttpClient(_handler, disposeHandler: false) { BaseAddress = address };
    }

    /// <summary>The server's address.</summary>
    public Uri Address { get; }

    /// <summary>For plain requests.</summary>
    public HttpClient Http { get; }

    /// <summary>For opening WebSockets.</summary>
    public HttpMessageInvoker Invoker { get; }

    /// <summary>Bytes from the server so far.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Bytes to the server so far.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public void Dispose()
    {
        Http.Dispose();
        Invoker.Dispose();
        _handler.Dispose();
    }

    internal void CountReceived(int bytes) => Interlocked.Add(ref _received, bytes);

    internal void CountSent(int bytes) => Interlocked.Add(ref _sent, bytes);

    private async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new CountingStream(new NetworkStream(socket, ownsSocket: true), this);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
