namespace LiveBoard.Core.Boards;

/// <summary>
/// Whether a person is told of what happens on a card. Made for whoever makes, is given, comments on or is named on a card;
/// a "no" that the person said is never turned into a "yes" by that.
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
