using System.Buffers;

namespace LiveBoard.Web.Files;

/// <summary>
/// Keeps attached files in a folder that nothing serves from. Their names are made here and of digits only: neither a
/// name nor a path of a file ever comes from outside. Thread-safe.
/// </summary>
internal sealed class FileStore(string directory)
{
    private const string Unfinished = ".part";
    private const string PreviewEnd = ".webp";
    private const int BufferSize = 64 * 1024;

    /// <summary>The folder; made when the first file comes.</summary>
    public string Directory => directory;

    /// <summary>
    /// Writes a file and comes back when it is on the disk, under its name and whole. Reads no further than one byte past
    /// the limit, whatever length was announced.
    /// </summary>
    /// <returns>The file; null when it is longer than the limit, and then nothing stays of it.</returns>
    public async Task<StoredFile?> SaveAsync(Stream content, long maxLength, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var (path, unfinished) = (PathOf(id), PathOf(id) + Unfinished);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            var (size, head) = await WriteAsync(content, unfinished, maxLength, cancellationToken);
            if (size > maxLength)
            {
                return null;
            }

            File.Move(unfinished, path);
            return new StoredFile(id, size, ContentKind.Of(head));
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Where the file is, whether or not it is there.</summary>
    public string PathOf(Guid id)
    {
        var name = id.ToString("N");
        // Some file systems are slow with very many files in one folder.
        return Path.Combine(directory, name[..2], name);
    }

    /// <summary>Where the small picture of the file is, whether or not there is one.</summary>
    public string PreviewPathOf(Guid id) => PathOf(id) + PreviewEnd;

    public void Delete(Guid id)
    {
        if (System.IO.Directory.Exists(Path.GetDirectoryName(PathOf(id))))
        {
            File.Delete(PreviewPathOf(id));
            File.Delete(PathOf(id));
            File.Delete(PathOf(id) + Unfinished);
        }
    }

    /// <summary>Files, and what is left of them, that were written before this moment.</summary>
    public IEnumerable<Guid> FindOlderThan(DateTime moment) =>
        System.IO.Directory.Exists(directory)
            ? System
                .IO.Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
                .Where(path => File.GetLastWriteTimeUtc(path) < moment)
                .Select(path =>
                    Guid.TryParseExact(Path.GetFileNameWithoutExtension(path), "N", out var id) ? id : default
                )
                .Where(id => id != default)
                .Distinct()
            : [];

    private static async Task<(long Size, byte[] Head)> WriteAsync(
        Stream content,
        string path,
        long maxLength,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, true);
            var (size, head) = (0L, Array.Empty<byte>());
            while (size <= maxLength)
            {
                // As much as there is room for: a type is told from the beginning, which may come in small pieces.
                var read = await content.ReadAtLeastAsync(buffer, BufferSize, false, cancellationToken);
                if (read == 0)
                {
                    break;
                }

                head = size == 0 ? buffer[..Math.Min(read, ContentKind.HeadLength)] : head;
                size += read;
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            // Acknowledged means durable, for files as for rows.
            file.Flush(flushToDisk: true);
            return (size, head);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>A file that is on the disk.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Kind">What it is, as its content says.</param>
internal sealed record StoredFile(Guid Id, long Size, ContentKind Kind);
