namespace LiveBoard.Core.Boards;

/// <summary>A link on a card to something that lives elsewhere.</summary>
public sealed class Attachment
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 500;

    /// <summary>Longest <see cref="Url"/>, in UTF-16 units.</summary>
    public const int MaxUrlLength = 2000;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card it is on.</summary>
    public required Guid CardId { get; set; }

    /// <summary>What it is called.</summary>
    public required string Name { get; set; }

    /// <summary>Absolute http or https address; null when the source gave no safe one (then it is shown as text).</summary>
    public string? Url { get; set; }

    /// <summary>Who added it; null when unknown (imports).</summary>
    public Guid? AddedById { get; init; }

    /// <summary>When it was added, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
