using System.Collections.Immutable;

namespace LiveBoard.Core.Boards;

/// <summary>What an open card shows beyond its snapshot, at one moment.</summary>
/// <param name="Checklists">Checklists in order.</param>
/// <param name="Comments">Comments, oldest first.</param>
/// <param name="Attachments">Attachments, oldest first.</param>
/// <param name="Activity">The latest entries, newest first.</param>
public sealed record CardDetails(
    ImmutableArray<ChecklistDetails> Checklists,
    ImmutableArray<CommentDetails> Comments,
    ImmutableArray<AttachmentDetails> Attachments,
    ImmutableArray<ActivityDetails> Activity
);

/// <summary>A checklist.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Heading.</param>
/// <param name="Items">Items in order.</param>
public sealed record ChecklistDetails(Guid Id, string Name, ImmutableArray<ChecklistItemDetails> Items);

/// <summary>A checklist item.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="IsDone">True when ticked.</param>
/// <param name="DueAt">Due, UTC.</param>
/// <param name="Assignee">Who does it.</param>
public sealed record ChecklistItemDetails(
    Guid Id,
    string Text,
    bool IsDone,
    DateTime? DueAt = null,
    PersonSnapshot? Assignee = null
);

/// <summary>A comment.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Author">Who wrote it; null when unknown.</param>
/// <param name="Text">Markdown.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="EditedAt">When it was last changed, UTC.</param>
/// <param name="Reactions">Answers with a single sign, in the order of the signs.</param>
public sealed record CommentDetails(
    Guid Id,
    PersonSnapshot? Author,
    string Text,
    DateTime CreatedAt,
    DateTime? EditedAt,
    ImmutableArray<ReactionDetails> Reactions
);

/// <summary>All answers to a comment with the same sign.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="People">Whose, in order of name.</param>
public sealed record ReactionDetails(string Sign, ImmutableArray<PersonSnapshot> People);

/// <summary>An attachment.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Url">Absolute http or https address; null when there is no safe one.</param>
/// <param name="FileId">Key of the stored file; null for a link.</param>
/// <param name="Size">Size of the file in bytes; 0 for a link.</param>
/// <param name="MediaType">Type of the file as its content says; null for a link.</param>
/// <param name="Width">Width of the picture in pixels; null when it is none that can be shown.</param>
/// <param name="Height">Height of the picture in pixels; null when it is none that can be shown.</param>
/// <param name="AddedBy">Who added it; null when unknown.</param>
/// <param name="CreatedAt">When it was added, UTC.</param>
public sealed record AttachmentDetails(
    Guid Id,
    string Name,
    string? Url,
    Guid? FileId,
    long Size,
    string? MediaType,
    int? Width,
    int? Height,
    PersonSnapshot? AddedBy,
    DateTime CreatedAt
);

/// <summary>What a card has to do with another one.</summary>
/// <param name="Kind">What.</param>
/// <param name="IsBackwards">True when the other card does it to this one.</param>
/// <param name="BoardId">The other card's board.</param>
/// <param name="CardId">The other card.</param>
/// <param name="Other">What may be seen of the other card; null when the reader may not open its board.</param>
public sealed record LinkDetails(
    CardLinkKind Kind,
    bool IsBackwards,
    Guid BoardId,
    Guid CardId,
    LinkedCardDetails? Other
);

/// <summary>A card that another one is linked to.</summary>
/// <param name="Number">Number within its board.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="BoardName">Name of its board; null when it is the same one.</param>
/// <param name="IsFinished">True when it is in a column for what is done, archived, or deleted: it holds nothing up.</param>
public sealed record LinkedCardDetails(int Number, string Title, string? BoardName, bool IsFinished);

/// <summary>Something that was done to the card.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What.</param>
/// <param name="Actor">Who; null when unknown.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Before">Name or value before.</param>
/// <param name="After">Name or value after.</param>
/// <param name="FromColumn">Name of the column it came from.</param>
public sealed record ActivityDetails(
    Guid Id,
    ActivityKind Kind,
    PersonSnapshot? Actor,
    DateTime At,
    string? Before,
    string? After,
    string? FromColumn
);
