namespace LiveBoard.Core.Boards;

/// <summary>
/// What somebody meant to do, kept for people to read and for flow metrics to count.
/// Saved in the same transaction as the change; never edited afterwards.
/// </summary>
public sealed class ActivityEntry
{
    /// <summary>Identity, rising with time (version 7).</summary>
    public required Guid Id { get; init; }

    /// <summary>The board it happened on.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>Board version of the commit that saved it; set by the change interceptor.</summary>
    public long Version { get; set; }

    /// <summary>When it happened, UTC. Imported history keeps its original time.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it; null for the system or an unknown author of an import.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>What was done.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>The card it was done to, if any.</summary>
    public Guid? CardId { get; init; }

    /// <summary>The column it was done to, or that the card went into.</summary>
    public Guid? ColumnId { get; init; }

    /// <summary>The column the card came from.</summary>
    public Guid? FromColumnId { get; init; }

    /// <summary>Order key that the card got in its column, or the column on its board; null where nothing got another place.</summary>
    public string? Position { get; init; }

    /// <summary>Order key that it had before.</summary>
    public string? FromPosition { get; init; }

    /// <summary>What else it is about: the label that a card got, the person it was given to.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Name of the thing before (title, column, value), for people to read.</summary>
    public string? Before { get; init; }

    /// <summary>Name of the thing after, for people to read.</summary>
    public string? After { get; init; }

    /// <summary>True when it came with an import and was not witnessed by this product.</summary>
    public bool IsImported { get; init; }
}

/// <summary>What an activity entry is about.</summary>
public enum ActivityKind
{
#pragma warning disable CS1591 // Each name says it in full; a summary would repeat it.
    BoardCreated = 1,
    BoardRenamed = 2,
    BoardArchived = 3,
    BoardRestored = 4,
    BoardAccessChanged = 5,
    BoardImported = 6,
    MemberSet = 7,
    MemberRemoved = 8,
    RowsImported = 9,
    RowsTakenBack = 10,
    ColumnCreated = 20,
    ColumnRenamed = 21,
    ColumnMoved = 22,
    ColumnArchived = 23,
    ColumnRestored = 24,
    ColumnLimitSet = 25,
    ColumnStageSet = 26,
    LabelCreated = 40,
    LabelChanged = 41,
    LabelDeleted = 42,
    CardCreated = 60,
    CardRenamed = 61,
    CardMoved = 62,
    CardDescribed = 63,
    CardDueSet = 64,
    CardDueDone = 65,
    CardLabelled = 66,
    CardUnlabelled = 67,
    CardAssigned = 68,
    CardUnassigned = 69,
    CardArchived = 70,
    CardRestored = 71,
    CardDeleted = 72,
    CardDuplicated = 73,
    CardLeftBoard = 74,
    CardJoinedBoard = 75,
    CardCommented = 76,
    CardAttached = 77,
    ChecklistChanged = 78,
    CommentEdited = 79,
    CommentRemoved = 80,
    CommentRestored = 81,
    ChecklistAdded = 82,
    ChecklistRenamed = 83,
    ChecklistRemoved = 84,
    ChecklistRestored = 85,
    ItemAdded = 86,
    ItemEdited = 87,
    ItemDone = 88,
    ItemUndone = 89,
    ItemRemoved = 90,
    ItemRestored = 91,
    ItemAssigned = 92,
    ItemDueSet = 93,
    ItemTurnedIntoCard = 94,
    CardStartSet = 95,
    CardCoverSet = 96,
    AttachmentRenamed = 97,
    AttachmentRemoved = 98,
    AttachmentRestored = 99,
    CardLinked = 100,
    CardUnlinked = 101,
    CardFieldSet = 102,
    CardReminderSet = 103,
    CardReordered = 104,
    FieldCreated = 110,
    FieldChanged = 111,
    FieldRemoved = 112,
    FieldRestored = 113,
    WidgetAdded = 130,
    WidgetChanged = 131,
    WidgetMoved = 132,
    WidgetRemoved = 133,
    WidgetRestored = 134,
#pragma warning restore CS1591
}
