using System.Text.Json;
using System.Text.RegularExpressions;

namespace LiveBoard.Web.Backups;

/// <summary>What a backup says of itself.</summary>
internal sealed partial record BackupManifest
{
    public const string FileName = "manifest.json";

    public const string DatabaseName = "liveboard.db";

    private const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Of this layout; others are not read.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The program that made it.</summary>
    public required string Version { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The last migration that the database has been through.</summary>
    public required string Migration { get; init; }

    /// <summary>Rows by table.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>Attached files that were not there when the backup was made.</summary>
    public required IReadOnlyList<Guid> MissingFiles { get; init; }

    /// <summary>All else that is in it.</summary>
    public required IReadOnlyList<BackupPart> Parts { get; init; }

    /// <summary>Bytes of all parts.</summary>
    public long TotalSize() => Parts.Aggregate(0L, (sum, part) => checked(sum + part.Size));

    public static string NameOf(Guid file) => $"files/{file.ToString("N")[..2]}/{file:N}";

    public static string PreviewNameOf(Guid file) => $"{NameOf(file)}.webp";

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads one, and takes nothing from it that a backup cannot have: names are ours, each once.</summary>
    /// <exception cref="BackupException">It says what no backup of ours says.</exception>
    public static BackupManifest Read(Stream content)
    {
        BackupManifest? read;
        try
        {
            read = JsonSerializer.Deserialize<BackupManifest>(content, Json);
        }
        catch (JsonException wrong)
        {
            throw new BackupException(BackupFault.NotABackup, wrong.Path, wrong);
        }

        if (read is not { Format: CurrentFormat })
        {
            throw new BackupException(BackupFault.NotABackup, $"format {read?.Format}");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in read.Parts)
        {
            if (part.Size < 0 || !IsName(part.Name) || !names.Add(part.Name))
            {
                throw new BackupException(BackupFault.PartUnexpected, part.Name);
            }
        }

        return names.Contains(DatabaseName)
            ? read
            : throw new BackupException(BackupFault.PartUnexpected, DatabaseName);
    }

    /// <summary>The attached file that a part is of, and whether it is its preview; null for the database.</summary>
    public static (Guid File, bool IsPreview)? FileOf(BackupPart part) =>
        part.Name == DatabaseName
            ? null
            : (
                Guid.ParseExact(Path.GetFileNameWithoutExtension(part.Name), "N"),
                part.Name.EndsWith(".webp", StringComparison.Ordinal)
            );

    /// <summary>The database, or a file whose folder begins as its name does; so no name leads out of a folder.</summary>
    private static bool IsName(string name) => name == DatabaseName || Attached().IsMatch(name);

    [GeneratedRegex(@"\Afiles/(?<two>[0-9a-f]{2})/\k<two>[0-9a-f]{30}(\.webp)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attached();
}

/// <summary>A file in a backup.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256, hexadecimal.</param>
internal sealed record BackupPart(string Name, long Size, string Sha256);
