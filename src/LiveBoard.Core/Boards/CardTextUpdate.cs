namespace LiveBoard.Core.Boards;

/// <summary>
/// One step in the life of a card's description: what somebody typed in a moment, or what a command put in its place.
/// Numbered without gaps for each card; never changed afterwards.
/// </summary>
public sealed class CardTextUpdate
{
    /// <summary>Longest <see cref="Changes"/>, in UTF-16 units.</summary>
    public const int MaxChangesLength = 200_000;

    /// <summary>Longest <see cref="ClientId"/>, in UTF-16 units.</summary>
    public const int MaxClientIdLength = 40;

    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <summary>Number within the card, from 1.</summary>
    public required long Version { get; init; }

    /// <summary>What changes, as <see cref="TextChange"/> writes it.</summary>
    public required string Changes { get; init; }

    /// <summary>Which editor made it, so that it knows its own again; empty for a command.</summary>
    public required string ClientId { get; init; }

    /// <summary>Who; null for the system.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>When it was stored, UTC.</summary>
    public required DateTime At { get; init; }
}
