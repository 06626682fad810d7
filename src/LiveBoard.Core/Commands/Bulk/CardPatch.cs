using LiveBoard.Core.Commands.Cards;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>
/// What changes on one card, with what was there before: what a command about many cards comes down to, and what takes it
/// back. Null and empty mean that it stays as it is.
/// </summary>
public sealed record CardPatch
{
    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <summary>The title.</summary>
    public CardStep<string>? Title { get; init; }

    /// <summary>The description.</summary>
    public CardStep<string>? Description { get; init; }

    /// <summary>Where it stands.</summary>
    public CardStep<CardPlace>? Place { get; init; }

    /// <summary>When work is planned to start, UTC.</summary>
    public CardStep<DateTime?>? Start { get; init; }

    /// <summary>When it is due, and whether that has been met.</summary>
    public CardStep<CardDue>? Due { get; init; }

    /// <summary>On the board, in the archive or in the trash.</summary>
    public CardStep<CardShelf>? Shelf { get; init; }

    /// <summary>Labels that are put on.</summary>
    public IReadOnlyList<Guid> LabelsOn { get; init; } = [];

    /// <summary>Labels that are taken off.</summary>
    public IReadOnlyList<Guid> LabelsOff { get; init; } = [];

    /// <summary>People who are given the card.</summary>
    public IReadOnlyList<Guid> PeopleOn { get; init; } = [];

    /// <summary>People it is taken from.</summary>
    public IReadOnlyList<Guid> PeopleOff { get; init; } = [];

    /// <summary>Values of custom fields, each field once.</summary>
    public IReadOnlyList<FieldStep> Fields { get; init; } = [];

    /// <summary>True when nothing changes.</summary>
    internal bool IsEmpty =>
        (Title, Description, Place, Start, Due, Shelf) is (null, null, null, null, null, null)
        && LabelsOn.Count + LabelsOff.Count + PeopleOn.Count + PeopleOff.Count + Fields.Count == 0;

    /// <summary>What takes it back.</summary>
    internal CardPatch Inverse() =>
        new()
        {
            CardId = CardId,
            Title = Title?.Inverse(),
            Description = Description?.Inverse(),
            Place = Place?.Inverse(),
            Start = Start?.Inverse(),
            Due = Due?.Inverse(),
            Shelf = Shelf?.Inverse(),
            LabelsOn = LabelsOff,
            LabelsOff = LabelsOn,
            PeopleOn = PeopleOff,
            PeopleOff = PeopleOn,
            Fields = [.. Fields.Select(f => new FieldStep(f.FieldId, f.After, f.Before))],
        };
}

/// <summary>From one value to another.</summary>
/// <param name="Before">What must be there still.</param>
/// <param name="After">What comes instead.</param>
public sealed record CardStep<T>(T Before, T After)
{
    /// <summary>A step, unless both are the same.</summary>
    internal static CardStep<T>? Between(T before, T after) =>
        EqualityComparer<T>.Default.Equals(before, after) ? null : new CardStep<T>(before, after);

    internal CardStep<T> Inverse() => new(After, Before);
}

/// <summary>From one value of a custom field to another.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="Before">What must be there still.</param>
/// <param name="After">What comes instead.</param>
public sealed record FieldStep(Guid FieldId, FieldReading Before, FieldReading After);

/// <summary>When a card is due.</summary>
/// <param name="At">The date, UTC; null for none.</param>
/// <param name="IsDone">True when it has been met.</param>
public sealed record CardDue(DateTime? At, bool IsDone);
