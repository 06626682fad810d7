namespace LiveBoard.Core.Boards;

/// <summary>That one card has to do with another, seen from <see cref="FromCardId"/>: "from blocks to".</summary>
public sealed class CardLink
{
    /// <summary>Most links of one card, in both directions.</summary>
    public const int MaxPerCard = 200;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card that blocks, duplicates or relates.</summary>
    public required Guid FromCardId { get; init; }

    /// <summary>The card that is blocked, duplicated or related to.</summary>
    public required Guid ToCardId { get; init; }

    /// <summary>What they have to do with each other.</summary>
    public required CardLinkKind Kind { get; init; }

    /// <summary>Who said so.</summary>
    public required Guid CreatedById { get; init; }

    /// <summary>When it was said, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}

/// <summary>What two cards have to do with each other.</summary>
public enum CardLinkKind
{
    /// <summary>The one cannot go on before the other is done.</summary>
    Blocks = 1,

    /// <summary>Whoever works on one should know the other.</summary>
    Relates = 2,

    /// <summary>The one says the same as the other.</summary>
    Duplicates = 3,
}
