namespace LiveBoard.Core.Boards;

/// <summary>Something that hangs on a card: a file kept here, or a link to what lives elsewhere.</summary>
public sealed class Attachment
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 500;

    /// <summary>Longest <see cref="Url"/>, in UTF-16 units.</summary>
    public const int MaxUrlLength = 2000;

    /// <summary>Most attachments of one card, those taken away included.</summary>
    public const int MaxPerCard = 500;

    /// <summary>Longest <see cref="MediaType"/>, in UTF-16 units.</summary>
    public const int MaxMediaTypeLength = 100;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card it is on.</summary>
    public required Guid CardId { get; set; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>Absolute http or https address; null when the source gave no safe one (then it is shown as text).</summary>
    public string? Url { get; set; }

    /// <summary>Key of the stored file, made by the server; null for a link.</summary>
    public Guid? FileId { get; init; }

    /// <summary>Size of the file in bytes; 0 for a link.</summary>
    public long Size { get; init; }

    /// <summary>Type of the file as its content says, not its name; null for a link.</summary>
    public string? MediaType { get; init; }

    /// <summary>Width of the picture in pixels; null when it is none that can be shown.</summary>
    public int? Width { get; init; }

    /// <summary>Height of the picture in pixels; null when it is none that can be shown.</summary>
    public int? Height { get; init; }

    /// <summary>Who added it; null when unknown (imports).</summary>
    public Guid? AddedById { get; init; }

    /// <summary>When it was added, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was taken away, UTC; null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}
