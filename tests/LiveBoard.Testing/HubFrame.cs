using System.Buffers.Binary;
using System.Text;

namespace LiveBoard.Testing;

/// <summary>
/// Writes calls of a circuit as a browser's script could forge them: the framework's own message format ("blazorpack",
/// MessagePack inside a length prefix; source: dotnet/aspnetcore, BlazorPackHubProtocolWorker), but with whatever in it.
/// </summary>
public static class HubFrame
{
    /// <summary>What every connection begins with.</summary>
    public static readonly byte[] Handshake = Encoding.UTF8.GetBytes(
        "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"
    );

    /// <summary>Says that one is still there: [6].</summary>
    public static readonly byte[] Ping = [2, 0x91, 0x06];

    /// <summary>A call without an answer: [1, {}, nil, method, arguments].</summary>
    public static byte[] Call(string method, params object?[] arguments)
    {
        List<byte> body = [];
        body.AddRange([0x95, 0x01, 0x80, 0xc0]);
        Write(body, method);
        body.AddRange([(byte)(0x90 | arguments.Length)]);
        foreach (var argument in arguments)
        {
            Write(body, argument);
        }

        return [.. Prefix(body.Count), .. body];
    }

    private static void Write(List<byte> body, object? value)
    {
        switch (value)
        {
            case null:
                body.AddRange([0xc0]);
                break;
            case bool flag:
                body.AddRange([flag ? (byte)0xc3 : (byte)0xc2]);
                break;
            case int number:
                body.AddRange([0xd2]);
                body.AddRange(BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(number)));
                break;
            default:
                var text = Encoding.UTF8.GetBytes((string)value);
                body.AddRange([0xdb]);
                body.AddRange(BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(text.Length)));
                body.AddRange(text);
                break;
        }
    }

    /// <summary>Seven bits a byte, lowest first.</summary>
    private static List<byte> Prefix(int length)
    {
        List<byte> bytes = [];
        for (var rest = length; ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                bytes.Add((byte)rest);
                return bytes;
            }

            bytes.Add((byte)(rest | 0x80));
        }
    }
}
