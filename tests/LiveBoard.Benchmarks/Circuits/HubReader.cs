using MessagePack;

namespace LiveBoard.Benchmarks.Circuits;

/// <summary>Reads messages of the <c>blazorpack</c> hub protocol, copying no more than it must.</summary>
internal static class HubReader
{
    /// <summary>The first whole message of what has been received.</summary>
    /// <param name="received">Bytes from the start of a message on.</param>
    /// <param name="body">The message without its length.</param>
    /// <param name="consumed">Bytes up to the next message.</param>
    /// <returns>False while more has to come.</returns>
    public static bool TryTake(ReadOnlyMemory<byte> received, out ReadOnlyMemory<byte> body, out int consumed)
    {
        var span = received.Span;
        var length = 0;
        for (var i = 0; i < span.Length && i < 5; i++)
        {
            length |= (span[i] & 0x7f) << (7 * i);
            if ((span[i] & 0x80) == 0)
            {
                consumed = i + 1 + length;
                body = received.Length >= consumed ? received.Slice(i + 1, length) : default;
                return received.Length >= consumed;
            }
        }

        (body, consumed) = (default, 0);
        return false;
    }

    public static void Dispatch(ReadOnlyMemory<byte> body, IHubEvents events)
    {
        var reader = new MessagePackReader(body);
        reader.ReadArrayHeader();
        switch (reader.ReadInt32())
        {
            case 1:
                reader.Skip();
                reader.Skip();
                DispatchInvocation(ref reader, events);
                break;
            case 3:
                reader.Skip();
                DispatchCompletion(ref reader, events);
                break;
            case 7:
                events.OnFailure(reader.ReadString() ?? "The server closed the connection.");
                break;
            default:
                // Pings need no answer.
                break;
        }
    }

    private static void DispatchInvocation(ref MessagePackReader reader, IHubEvents events)
    {
        var target = reader.ReadString();
        reader.ReadArrayHeader();
        switch (target)
        {
            case "JS.RenderBatch":
                events.OnRenderBatch(reader.ReadInt64());
                break;
            case "JS.BeginInvokeJS":
                events.OnJsCall(
                    new JsCall(
                        reader.ReadInt64(),
                        reader.ReadString() ?? "",
                        reader.ReadString() ?? "[]",
                        (JsResultType)reader.ReadInt32(),
                        reader.ReadInt64()
                    )
                );
                break;
            case "JS.EndInvokeDotNet":
                events.OnDotNetAnswer(reader.ReadString()!, reader.ReadBoolean(), reader.ReadString() ?? "");
                break;
            case "JS.Error":
                events.OnFailure(reader.ReadString() ?? "The circuit failed.");
                break;
            default:
                // Nothing else wants an answer.
                break;
        }
    }

    private static void DispatchCompletion(ref MessagePackReader reader, IHubEvents events)
    {
        var id = reader.ReadString()!;
        var kind = reader.ReadInt32();
        var text = kind != 2 && reader.NextMessagePackType == MessagePackType.String ? reader.ReadString() : null;
        events.OnCompletion(id, kind == 1 ? text ?? "" : null, kind == 3 ? text : null);
    }
}
