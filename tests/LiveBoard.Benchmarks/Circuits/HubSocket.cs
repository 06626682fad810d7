using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>
/// One WebSocket with the hub protocol on it. Sends never wait: what is said while a send is under way goes with the
/// next one. Thread-safe.
/// </summary>
internal sealed class HubSocket : IAsyncDisposable
{
    private const int SmallBuffer = 4 * 1024;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly ArrayBufferWriter<byte> _scratch = new(256);
    private readonly ClientWebSocket _socket;
    private readonly IHubEvents _events;
    private ArrayBufferWriter<byte> _pending = new(256);
    private ArrayBufferWriter<byte> _sending = new(256);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(SmallBuffer);
    private int _filled;
    private bool _isSending;
    private Task _loop = Task.CompletedTask;

    private HubSocket(ClientWebSocket socket, IHubEvents events)
    {
        _socket = socket;
        _events = events;
    }

    /// <summary>Looks at every message as it is, before it is understood.</summary>
    public IMessageWatch? Watch { get; set; }

    /// <summary>When the message that is being handled had arrived as a whole, by <see cref="Stopwatch"/>.</summary>
    public long ArrivedAt { get; private set; }

    public static async Task<HubSocket> ConnectAsync(
        Wire wire,
        string cookies,
        IHubEvents events,
        bool isCompressed,
        CancellationToken cancellationToken
    )
    {
        var socket = await RawSocket.ConnectAsync(wire, "_blazor", cookies, isCompressed, cancellationToken);
        var hub = new HubSocket(socket, events);
        await socket.SendAsync(HubWriter.Handshake, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        var answer = await socket.ReceiveAsync(hub._buffer.AsMemory(), cancellationToken);
        if (answer.Count != 3)
        {
            throw new InvalidOperationException("The server refused the handshake.");
        }

        hub._loop = hub.ReceiveAsync();
        return hub;
    }

    public void Send(string? invocationId, string target, params ReadOnlySpan<object?> arguments)
    {
        lock (_gate)
        {
            HubWriter.WriteInvocation(_pending, _scratch, invocationId, target, arguments);
            StartSending();
        }
    }

    public void Ping()
    {
        lock (_gate)
        {
            _pending.Write(HubWriter.Ping);
            StartSending();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _loop;
        _socket.Dispose();
        _closing.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
    }

    private void StartSending()
    {
        if (!_isSending)
        {
            _isSending = true;
            _ = SendPendingAsync();
        }
    }

    private async Task SendPendingAsync()
    {
        try
        {
            while (TakePending())
            {
                await _socket.SendAsync(_sending.WrittenMemory, WebSocketMessageType.Binary, true, _closing.Token);
            }
        }
        catch (Exception gone)
            when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The receiving side tells it.
        }
    }

    private bool TakePending()
    {
        lock (_gate)
        {
            (_pending, _sending) = (_sending, _pending);
            _pending.ResetWrittenCount();
            return _isSending = _sending.WrittenCount > 0;
        }
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), _closing.Token);
                _filled += part.Count;
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    _events.OnFailure($"The server closed the connection: {_socket.CloseStatusDescription}");
                    return;
                }

                if (part.EndOfMessage)
                {
                    ArrivedAt = Stopwatch.GetTimestamp();
                    Consume();
                }

                Fit();
            }
        }
        catch (OperationCanceledException)
        {
            // The client leaves.
        }
        catch (Exception error)
        {
            _events.OnFailure(error.Message);
        }
    }

    private void Consume()
    {
        var at = 0;
        while (HubReader.TryTake(_buffer.AsMemory(at, _filled - at), out var body, out var consumed))
        {
            Watch?.OnMessage(body.Span, ArrivedAt);
            HubReader.Dispatch(body, _events);
            at += consumed;
        }

        _buffer.AsSpan(at, _filled - at).CopyTo(_buffer);
        _filled -= at;
    }

    /// <summary>Makes room for a large message, and gives the room back after it.</summary>
    private void Fit()
    {
        var wanted =
            _filled == _buffer.Length ? _buffer.Length * 2
            : _filled == 0 ? SmallBuffer
            : _buffer.Length;
        if (wanted == _buffer.Length)
        {
            return;
        }

        var other = ArrayPool<byte>.Shared.Rent(wanted);
        _buffer.AsSpan(0, _filled).CopyTo(other);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = other;
    }
}
