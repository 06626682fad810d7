namespace LiveBoard.Core.Boards;

/// <summary>Something a person said on a card.</summary>
public sealed class Comment
{
    /// <summary>Longest <see cref="Text"/>, in UTF-16 units.</summary>
    public const int MaxLength = 16_000;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card it is on.</summary>
    public required Guid CardId { get; set; }

    /// <summary>Who wrote it; null when unknown (imports).</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; set; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTime? EditedAt { get; set; }
}
