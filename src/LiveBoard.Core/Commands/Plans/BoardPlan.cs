using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Plans;

/// <summary>
/// A whole board to be made in one go, wherever it comes from. Things refer to each other by ids that mean something
/// within the plan only; the order of each list is the order on the board.
/// </summary>
public sealed record BoardPlan
{
    /// <summary>Name of the board.</summary>
    public required string Name { get; init; }

    /// <summary>What the board is for; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it is a copy of (product and id there), to recognise a second import; null for nothing.</summary>
    public string? Source { get; init; }

    /// <summary>Everyone that cards, comments and history refer to.</summary>
    public IReadOnlyList<PersonPlan> People { get; init; } = [];

    /// <summary>Labels.</summary>
    public IReadOnlyList<LabelPlan> Labels { get; init; } = [];

    /// <summary>Columns from left to right, archived ones in their place.</summary>
    public IReadOnlyList<ColumnPlan> Columns { get; init; } = [];

    /// <summary>Custom fields.</summary>
    public IReadOnlyList<CustomFieldPlan> CustomFields { get; init; } = [];

    /// <summary>Cards; those of one column stand in it in this order, archived ones in their place.</summary>
    public IReadOnlyList<CardPlan> Cards { get; init; } = [];

    /// <summary>What happened to it so far, oldest first.</summary>
    public IReadOnlyList<HistoryPlan> History { get; init; } = [];
}

/// <summary>Somebody who appears on the board.</summary>
/// <param name="Id">Id within the plan.</param>
/// <param name="Name">Display name.</param>
/// <param name="AccountId">The account's person they are; null for a named placeholder.</param>
/// <param name="Color">Colour of a placeholder, 1 to <see cref="Person.ColorCount"/>; null for the next one in turn.</param>
public sealed record PersonPlan(string Id, string Name, Guid? AccountId = null, int? Color = null);

/// <summary>A label.</summary>
/// <param name="Id">Id within the plan.</param>
/// <param name="Name">Display name; may be empty.</param>
/// <param name="Color">Palette colour.</param>
public sealed record LabelPlan(string Id, string Name, LabelColor Color);

/// <summary>A column.</summary>
/// <param name="Id">Id within the plan.</param>
/// <param name="Name">Display name.</param>
public sealed record ColumnPlan(string Id, string Name)
{
    /// <summary>True when put away.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Where work stands in it.</summary>
    public ColumnStage Stage { get; init; }

    /// <summary>Most cards that should be in it; null for no limit.</summary>
    public int? WipLimit { get; init; }

    /// <summary>True when the limit refuses further cards.</summary>
    public bool IsWipLimitHard { get; init; }
}

/// <summary>A custom field.</summary>
/// <param name="Id">Id within the plan.</param>
/// <param name="Name">Display name.</param>
/// <param name="Type">What its values are.</param>
public sealed record CustomFieldPlan(string Id, string Name, CustomFieldType Type)
{
    /// <summary>Choices of a <see cref="CustomFieldType.Select"/>, in order.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>True when tiles show the card's value.</summary>
    public bool IsOnTile { get; init; }
}

/// <summary>Something that happened before the board was made here.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When, UTC.</param>
public sealed record HistoryPlan(ActivityKind Kind, DateTime At)
{
    /// <summary>Who did it, of <see cref="BoardPlan.People"/>; null when unknown.</summary>
    public string? ActorId { get; init; }

    /// <summary>The card it was done to; null when it was done to no card, or to one that is not in the plan.</summary>
    public string? CardId { get; init; }

    /// <summary>The column it was done to, or that the card went into.</summary>
    public string? ColumnId { get; init; }

    /// <summary>The column the card came from.</summary>
    public string? FromColumnId { get; init; }

    /// <summary>Name of the thing before, for people to read.</summary>
    public string? Before { get; init; }

    /// <summary>Name of the thing after, for people to read.</summary>
    public string? After { get; init; }
}
