using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace LiveBoard.Core.Exchange.Trello;

/// <summary>Turns a stream into a JSON document, or says in which place it is none.</summary>
internal static class TrelloDocument
{
    private const int MaxDepth = 64;
    private const int BlockSize = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads at most the limit and one byte; what is longer is never held in memory.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        Stream stream,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        using var bytes = new MemoryStream();
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(block, cancellationToken)) > 0)
            {
                if (bytes.Length + read > maxBytes)
                {
                    return null;
                }

                bytes.Write(block, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, ImportProblems problems)
    {
        if (bytes.Span.StartsWith(ByteOrderMark))
        {
            bytes = bytes[ByteOrderMark.Length..];
        }

        if (bytes.Span.IndexOfAnyExcept(" \n\r\t"u8) < 0)
        {
            problems.Add(new ImportProblem(ImportProblemCode.FileEmpty));
            return null;
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            problems.Add(new ImportProblem(ImportProblemCode.NotUtf8, BytePosition: FirstInvalid(bytes.Span)));
            return null;
        }

        var options = new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
        try
        {
            return JsonDocument.Parse(bytes, options);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a property name with half a surrogate pair.
            problems.Add(JsonFault.Locate(bytes.Span, MaxDepth));
            return null;
        }
    }

    private static long FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var buffer = new char[BlockSize];
        var position = 0;
        while (
            Utf8.ToUtf16(bytes[position..], buffer, out var read, out _, replaceInvalidSequences: false)
            == OperationStatus.DestinationTooSmall
        )
        {
            position += read;
        }

        Utf8.ToUtf16(bytes[position..], buffer, out var last, out _, replaceInvalidSequences: false);
        return position + last;
    }
}
