namespace LiveBoard.Core.Boards;

/// <summary>A list of small steps on a card.</summary>
public sealed class Checklist
{
    /// <summary>Longest <see cref="Name"/> and item text, in UTF-16 units.</summary>
    public const int MaxTextLength = 2000;

    /// <summary>Most checklists of one card, those taken away included.</summary>
    public const int MaxPerCard = 100;

    /// <summary>Most items of one card over all its checklists, those taken away included.</summary>
    public const int MaxItemsPerCard = 2000;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The card it is on.</summary>
    public required Guid CardId { get; set; }

    /// <summary>Heading.</summary>
    public required string Name { get; set; }

    /// <summary>Order key among the card's checklists.</summary>
    public required string Position { get; set; }

    /// <summary>When it was taken away, UTC; null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>The steps.</summary>
    public IList<ChecklistItem> Items { get; } = new List<ChecklistItem>();
}

/// <summary>One step of a checklist.</summary>
public sealed class ChecklistItem
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The checklist it belongs to.</summary>
    public required Guid ChecklistId { get; set; }

    /// <summary>What is to be done.</summary>
    public required string Text { get; set; }

    /// <summary>Order key within the checklist.</summary>
    public required string Position { get; set; }

    /// <summary>True when ticked.</summary>
    public bool IsDone { get; set; }

    /// <summary>When it is due, UTC.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>Who does it.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>When it was taken away, UTC; null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}
