using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveBoard.Web.Backups;

/// <summary>A backup that is kept. Its file's name says what it is; nothing else has to be remembered.</summary>
/// <param name="At">When it was made or brought in, UTC.</param>
/// <param name="Kind">Why it is there.</param>
/// <param name="Size">Bytes.</param>
public sealed partial record BackupListing(DateTime At, BackupKind Kind, long Size)
{
    private const string Moment = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>Identity, as in addresses.</summary>
    public string Key => $"{At.ToString(Moment, CultureInfo.InvariantCulture)}-{Kind}";

    /// <summary>The file's name.</summary>
    public string FileName => $"liveboard-{Key}.zip";

    /// <summary>What the file is; null when it is not ours.</summary>
    public static BackupListing? Of(FileInfo file)
    {
        var match = Name().Match(file.Name);
        return
            match.Success
            && DateTime.TryParseExact(
                match.Groups["at"].Value,
                Moment,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var at
            )
            && Enum.TryParse<BackupKind>(match.Groups["kind"].Value, out var kind)
            ? new BackupListing(at, kind, file.Length)
            : null;
    }

    [GeneratedRegex(@"\Aliveboard-(?<at>\d{8}T\d{9}Z)-(?<kind>[A-Za-z]+)\.zip\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}

/// <summary>Why a backup is there. Part of its file's name: a word is never used for something else later.</summary>
public enum BackupKind
{
    /// <summary>The daily one. The only kind that makes room for newer ones by itself.</summary>
    Daily,

    /// <summary>Made by the button.</summary>
    Manual,

    /// <summary>Made on the command line.</summary>
    Command,

    /// <summary>The state that a restore took the place of.</summary>
    BeforeRestore,

    /// <summary>Brought in from outside.</summary>
    Uploaded,
}
