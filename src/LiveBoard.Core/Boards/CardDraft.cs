namespace LiveBoard.Core.Boards;

/// <summary>
/// What a person has typed on a card and not sent yet. Theirs alone: nobody else is told of it. Kept on the server, so that
/// neither a crash nor another device costs a word.
/// </summary>
public sealed class CardDraft
{
    /// <summary>Longest <see cref="Text"/>, in UTF-16 units.</summary>
    public const int MaxLength = Comment.MaxLength;

    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <summary>What it is going to be.</summary>
    public required CardDraftField Field { get; init; }

    /// <summary>As typed so far; never empty.</summary>
    public required string Text { get; set; }

    /// <summary>When it was last typed at, UTC.</summary>
    public required DateTime UpdatedAt { get; set; }
}

/// <summary>What a draft is going to be.</summary>
public enum CardDraftField
{
    /// <summary>A new comment.</summary>
    Comment = 1,

    /// <summary>A new title.</summary>
    Title = 2,
}
