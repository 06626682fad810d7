using System.Buffers;
using MessagePack;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>Writes messages of the <c>blazorpack</c> hub protocol: MessagePack with the length in front, seven bits a byte.</summary>
internal static class HubWriter
{
    /// <summary>The handshake that chooses the protocol.</summary>
    public static ReadOnlyMemory<byte> Handshake { get; } =
        "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();

    public static ReadOnlySpan<byte> Ping => [2, 0x91, 6];

    /// <summary>Writes a call of a hub method.</summary>
    /// <param name="output">Gets the message with its length.</param>
    /// <param name="scratch">Used in between; empty before and after.</param>
    /// <param name="invocationId">Named in the completion; null when none is wanted.</param>
    /// <param name="target">The method.</param>
    /// <param name="arguments">Texts, whole numbers, truth values, null.</param>
    public static void WriteInvocation(
        IBufferWriter<byte> output,
        ArrayBufferWriter<byte> scratch,
        string? invocationId,
        string target,
        ReadOnlySpan<object?> arguments
    )
    {
        var writer = new MessagePackWriter(scratch);
        writer.WriteArrayHeader(6);
        writer.Write(1);
        writer.WriteMapHeader(0);
        writer.Write(invocationId);
        writer.Write(target);
        writer.WriteArrayHeader(arguments.Length);
        foreach (var argument in arguments)
        {
            WriteValue(ref writer, argument);
        }

        writer.WriteArrayHeader(0);
        writer.Flush();
        WriteLength(output, scratch.WrittenCount);
        output.Write(scratch.WrittenSpan);
        scratch.ResetWrittenCount();
    }

    private static void WriteValue(ref MessagePackWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNil();
                break;
            case string text:
                writer.Write(text);
                break;
            case long number:
                writer.Write(number);
                break;
            case bool truth:
                writer.Write(truth);
                break;
            default:
                throw new NotSupportedException($"No notation for {value.GetType()}.");
        }
    }

    private static void WriteLength(IBufferWriter<byte> output, int length)
    {
        Span<byte> prefix = stackalloc byte[5];
        var count = 0;
        do
        {
            prefix[count] = (byte)(length & 0x7f);
            length >>= 7;
            if (length > 0)
            {
                prefix[count] |= 0x80;
            }

            count++;
        } while (length > 0);

        output.Write(prefix[..count]);
    }
}
