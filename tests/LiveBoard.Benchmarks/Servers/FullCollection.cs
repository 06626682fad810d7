using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace LiveBoard.Benchmarks.Servers;

/// <summary>
/// Asks a .NET process for a full garbage collection through its diagnostics port (IPC protocol of dotnet/diagnostics):
/// starting a trace of heap collections makes the runtime collect. Resident memory says nothing without it.
/// </summary>
internal static class FullCollection
{
    private const byte EventPipeCommands = 2;
    private const byte CollectTracing = 2;
    private const byte StopTracing = 1;
    private const ulong HeapCollectKeyword = 0x80_0000;
    private const int HeaderLength = 20;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3);

    /// <summary>Collects once and gives it time to end.</summary>
    public static async Task InduceAsync(int processId)
    {
        var port = Directory
            .EnumerateFiles(
                Path.GetTempPath(),
                string.Create(CultureInfo.InvariantCulture, $"dotnet-diagnostic-{processId}-*-socket")
            )
            .FirstOrDefault();
        if (port is null)
        {
            // Another system than Linux or macOS: memory is then as it happens to be.
            return;
        }

        using var trace = await ConnectAsync(port);
        await trace.SendAsync(Message(CollectTracing, TraceRequest()));
        var answer = new byte[HeaderLength + sizeof(ulong)];
        await ReadAllAsync(trace, answer);
        var drain = DrainAsync(trace);
        await Task.Delay(Time);
        using (var stop = await ConnectAsync(port))
        {
            await stop.SendAsync(Message(StopTracing, answer.AsSpan(HeaderLength)));
            await drain;
        }
    }

    private static async Task<Socket> ConnectAsync(string port)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(port));
        return socket;
    }

    private static async Task ReadAllAsync(Socket socket, Memory<byte> answer)
    {
        while (answer.Length > 0)
        {
            var count = await socket.ReceiveAsync(answer);
            answer = count > 0 ? answer[count..] : throw new IOException("The diagnostics port closed.");
        }
    }

    private static async Task DrainAsync(Socket socket)
    {
        var buffer = new byte[64 * 1024];
        while (await socket.ReceiveAsync(buffer.AsMemory()) > 0)
        {
            // What the trace says is of no interest.
        }
    }

    private static byte[] Message(byte command, ReadOnlySpan<byte> payload)
    {
        var message = new byte[HeaderLength + payload.Length];
        "DOTNET_IPC_V1\0"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        message[16] = EventPipeCommands;
        message[17] = command;
        payload.CopyTo(message.AsSpan(HeaderLength));
        return message;
    }

    private static byte[] TraceRequest()
    {
        using var payload = new MemoryStream();
        using var writer = new BinaryWriter(payload, Encoding.Unicode);
        writer.Write(16); // megabytes of buffer
        writer.Write(1); // format: nettrace
        writer.Write(1); // providers
        writer.Write(HeapCollectKeyword);
        writer.Write(4); // level: informational
        WriteText(writer, "Microsoft-Windows-DotNETRuntime");
        WriteText(writer, "");
        writer.Flush();
        return payload.ToArray();
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write(text.Length + 1);
        writer.Write(Encoding.Unicode.GetBytes(text + '\0'));
    }
}
