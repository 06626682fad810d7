using System.Collections.Immutable;

namespace LiveBoard.Core.Boards;

/// <summary>Something a person said on a card.</summary>
public sealed class Comment
{
    /// <summary>Longest <see cref="Text"/>, in UTF-16 units.</summary>
    public const int MaxLength = 16_000;

    /// <summary>Most comments of one card, those taken away included.</summary>
    public const int MaxPerCard = 10_000;

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

    /// <summary>When it was taken away, UTC; null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>What people answered to it with a single sign.</summary>
    public IList<CommentReaction> Reactions { get; } = new List<CommentReaction>();
}

/// <summary>A person's answer to a comment with a single sign.</summary>
public sealed class CommentReaction
{
    /// <summary>The signs that there are. Few, so that they add up.</summary>
    public static readonly ImmutableArray<string> Signs = ["👍", "❤️", "🎉", "😄", "😮", "😢", "👀", "✅"];

    /// <summary>The comment.</summary>
    public required Guid CommentId { get; init; }

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>One of <see cref="Signs"/>.</summary>
    public required string Sign { get; init; }
}
