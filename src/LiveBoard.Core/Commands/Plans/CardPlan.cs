using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Plans;

/// <summary>A card of a <see cref="BoardPlan"/> with all that is on it.</summary>
/// <param name="Id">Id within the plan.</param>
/// <param name="ColumnId">The column it is in.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record CardPlan(string Id, string ColumnId, string Title, DateTime CreatedAt)
{
    /// <summary>Its number, kept when no card before it has the same; null for a new one.</summary>
    public int? Number { get; init; }

    /// <summary>Markdown; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Who made it; null when unknown.</summary>
    public string? CreatedById { get; init; }

    /// <summary>Planned start, UTC.</summary>
    public DateTime? StartAt { get; init; }

    /// <summary>Due, UTC.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>True when the due date has been met.</summary>
    public bool IsDueDone { get; init; }

    /// <summary>Colour of the cover, or null.</summary>
    public LabelColor? Cover { get; init; }

    /// <summary>True when put away.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Labels on it.</summary>
    public IReadOnlyList<string> LabelIds { get; init; } = [];

    /// <summary>People it is assigned to.</summary>
    public IReadOnlyList<string> AssigneeIds { get; init; } = [];

    /// <summary>Checklists in order.</summary>
    public IReadOnlyList<ChecklistPlan> Checklists { get; init; } = [];

    /// <summary>Comments, oldest first.</summary>
    public IReadOnlyList<CommentPlan> Comments { get; init; } = [];

    /// <summary>Attachments, as links.</summary>
    public IReadOnlyList<AttachmentPlan> Attachments { get; init; } = [];

    /// <summary>Values of custom fields.</summary>
    public IReadOnlyList<FieldValuePlan> FieldValues { get; init; } = [];
}

/// <summary>A list of small steps.</summary>
/// <param name="Name">Heading; may be empty.</param>
/// <param name="Items">The steps in order.</param>
public sealed record ChecklistPlan(string Name, IReadOnlyList<ChecklistItemPlan> Items);

/// <summary>One step of a checklist.</summary>
/// <param name="Text">What is to be done.</param>
/// <param name="IsDone">True when ticked.</param>
/// <param name="DueAt">When it is due, UTC.</param>
/// <param name="AssigneeId">Who does it.</param>
public sealed record ChecklistItemPlan(
    string Text,
    bool IsDone = false,
    DateTime? DueAt = null,
    string? AssigneeId = null
);

/// <summary>Something a person said.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="AuthorId">Who; null when unknown.</param>
/// <param name="EditedAt">When it was last changed, UTC.</param>
public sealed record CommentPlan(string Text, DateTime CreatedAt, string? AuthorId = null, DateTime? EditedAt = null);

/// <summary>A link to something that lives elsewhere.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Url">Absolute http or https address; null when it has none.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
/// <param name="AddedById">Who added it; null when unknown.</param>
public sealed record AttachmentPlan(string Name, string? Url, DateTime CreatedAt, string? AddedById = null);

/// <summary>A card's value of a custom field.</summary>
/// <param name="FieldId">The field, of <see cref="BoardPlan.CustomFields"/>.</param>
/// <param name="Value">The value in the field type's notation.</param>
public sealed record FieldValuePlan(string FieldId, string Value);
