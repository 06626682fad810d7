namespace LiveBoard.Core.Boards;

/// <summary>A piece of work on a board.</summary>
public sealed class Card
{
    /// <summary>Longest <see cref="Title"/>, in UTF-16 units.</summary>
    public const int MaxTitleLength = 500;

    /// <summary>Longest <see cref="Description"/>, in UTF-16 units.</summary>
    public const int MaxDescriptionLength = 32_000;

    /// <summary>Most cards a board may have, archived and deleted ones included.</summary>
    public const int MaxPerBoard = 50_000;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The board it is on.</summary>
    public required Guid BoardId { get; set; }

    /// <summary>The column it is in.</summary>
    public required Guid ColumnId { get; set; }

    /// <summary>Number within the board, given once and shown as #42.</summary>
    public required int Number { get; set; }

    /// <summary>Order key within the column, see <see cref="CardPosition"/>.</summary>
    public required string Position { get; set; }

    /// <summary>One line that says what is to be done, never empty.</summary>
    public required string Title { get; set; }

    /// <summary>Markdown; may be empty.</summary>
    public string Description { get; set; } = "";

    /// <summary>Number of the last <see cref="CardTextUpdate"/> that <see cref="Description"/> holds; later ones are on their way into it.</summary>
    public long DescriptionVersion { get; set; }

    /// <summary>When work is planned to start, UTC.</summary>
    public DateTime? StartAt { get; set; }

    /// <summary>When it is due, UTC.</summary>
    public DateTime? DueAt { get; set; }

    /// <summary>True when the due date has been met.</summary>
    public bool IsDueDone { get; set; }

    /// <summary>How long before <see cref="DueAt"/> people are reminded, in minutes; null for a day.</summary>
    public int? ReminderMinutes { get; set; }

    /// <summary>Palette colour of the cover, or null.</summary>
    public LabelColor? Cover { get; set; }

    /// <summary>The attached picture that is the cover, or null.</summary>
    public Guid? CoverAttachmentId { get; set; }

    /// <summary>True when put away.</summary>
    public bool IsArchived { get; set; }

    /// <summary>When it was put into the trash, UTC; null while it is not there.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>Who made it; null when unknown (imports).</summary>
    public Guid? CreatedById { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Board version of the last commit that touched the card.</summary>
    public long Version { get; set; }

    /// <summary>Checklist items that are ticked. Kept with the card so that a tile needs no join.</summary>
    public int ChecklistDone { get; set; }

    /// <summary>Checklist items in all.</summary>
    public int ChecklistTotal { get; set; }

    /// <summary>Number of comments.</summary>
    public int CommentCount { get; set; }

    /// <summary>Number of attachments.</summary>
    public int AttachmentCount { get; set; }

    /// <summary>Labels on it.</summary>
    public IList<CardLabel> Labels { get; } = new List<CardLabel>();

    /// <summary>People it is assigned to.</summary>
    public IList<CardAssignee> Assignees { get; } = new List<CardAssignee>();

    /// <summary>Its values of the board's custom fields.</summary>
    public IList<CustomFieldValue> FieldValues { get; } = new List<CustomFieldValue>();

    /// <summary>What other cards have to do with it: they block, repeat or relate to it.</summary>
    public IList<CardLink> IncomingLinks { get; } = new List<CardLink>();

    /// <summary>True while the card stands on the board: neither archived nor in the trash.</summary>
    public bool IsOnBoard => !IsArchived && DeletedAt is null;
}

/// <summary>A label on a card.</summary>
public sealed class CardLabel
{
    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <summary>The label, of the same board.</summary>
    public required Guid LabelId { get; init; }
}

/// <summary>A person a card is assigned to.</summary>
public sealed class CardAssignee
{
    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <summary>The person.</summary>
    public required Guid PersonId { get; init; }
}
