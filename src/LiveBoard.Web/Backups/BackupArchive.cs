using System.IO.Compression;

namespace LiveBoard.Web.Backups;

/// <summary>
/// A backup that is being read. Nothing in it is believed before it was checked: names are taken from a list of our own
/// making, sizes are kept to while reading, and every byte is part of a hash. Not thread-safe.
/// </summary>
internal sealed class BackupArchive : IDisposable
{
    /// <summary>A manifest speaks of each attached file in some 150 bytes.</summary>
    private const long MaxManifest = 64L << 20;

    private readonly ZipArchive _zip;

    private BackupArchive(ZipArchive zip, BackupManifest manifest) => (_zip, Manifest) = (zip, manifest);

    public BackupManifest Manifest { get; }

    /// <exception cref="BackupException">It is none.</exception>
    public static BackupArchive Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            var archive = new BackupArchive(zip, ReadManifest(zip));
            archive.CheckNames();
            zip = null;
            return archive;
        }
        catch (InvalidDataException wrong)
        {
            throw new BackupException(BackupFault.NotABackup, cause: wrong);
        }
        finally
        {
            zip?.Dispose();
        }
    }

    /// <summary>Reads everything through.</summary>
    /// <exception cref="BackupException">Something is not what the manifest says.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        foreach (var part in Manifest.Parts)
        {
            await CopyAsync(part, Stream.Null, cancellationToken);
        }
    }

    /// <summary>Writes a part to a file, which appears under its name only when it is whole and on the disk.</summary>
    /// <exception cref="BackupException">It is not what the manifest says.</exception>
    public async Task ExtractAsync(BackupPart part, string target, CancellationToken cancellationToken)
    {
        var unfinished = $"{target}.part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await CopyAsync(part, file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public void Dispose() => _zip.Dispose();

    private static BackupManifest ReadManifest(ZipArchive zip)
    {
        if (zip.Entries.Count(e => e.FullName == BackupManifest.FileName) != 1)
        {
            throw new BackupException(BackupFault.NotABackup, BackupManifest.FileName);
        }

        var entry = zip.GetEntry(BackupManifest.FileName)!;
        if (entry.Length > MaxManifest)
        {
            throw new BackupException(BackupFault.NotABackup, BackupManifest.FileName);
        }

        using var content = entry.Open();
        return BackupManifest.Read(content);
    }

    /// <summary>All that is in the file is in the manifest, and the other way round; each once.</summary>
    private void CheckNames()
    {
        var known = Manifest
            .Parts.Select(p => p.Name)
            .Append(BackupManifest.FileName)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var entry in _zip.Entries)
        {
            if (!known.Remove(entry.FullName))
            {
                throw new BackupException(BackupFault.PartUnexpected, entry.FullName);
            }
        }

        if (known.FirstOrDefault() is { } missing)
        {
            throw new BackupException(BackupFault.PartUnexpected, missing);
        }
    }

    private async Task CopyAsync(BackupPart part, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await _zip.GetEntry(part.Name)!.OpenAsync(cancellationToken);
            var (size, sha256) = await HashingCopy.RunAsync(content, target, part.Size, cancellationToken);
            if (size != part.Size || !sha256.Equals(part.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new BackupException(BackupFault.PartDamaged, part.Name);
            }
        }
        catch (InvalidDataException wrong)
        {
            throw new BackupException(BackupFault.PartDamaged, part.Name, wrong);
        }
    }
}
