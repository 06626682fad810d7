namespace LiveBoard.Core.Boards;

/// <summary>
/// What a person said about being told of what happens on a card. Without such a word, whoever made it, has it, commented
/// on it or was named on it is told.
/// </summary>
public sealed class CardWatch
{
    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>False when the person wants to hear nothing of it.</summary>
    public required bool IsOn { get; set; }
}
