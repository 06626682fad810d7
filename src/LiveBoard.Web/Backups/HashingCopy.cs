using System.Buffers;
using System.Security.Cryptography;

namespace LiveBoard.Web.Backups;

/// <summary>Copies a stream and says what was in it.</summary>
internal static class HashingCopy
{
    private const int BufferSize = 128 * 1024;

    /// <param name="from">Read to its end, but never further than one byte past the limit.</param>
    /// <param name="to">Gets what was read within the limit.</param>
    /// <param name="limit">How much may come.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How much came, and its SHA-256 in lower-case hexadecimal.</returns>
    public static async Task<(long Size, string Sha256)> RunAsync(
        Stream from,
        Stream to,
        long limit,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var size = 0L;
            while (await from.ReadAsync(buffer, cancellationToken) is var read && read > 0)
            {
                size += read;
                if (size > limit)
                {
                    break;
                }

                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
