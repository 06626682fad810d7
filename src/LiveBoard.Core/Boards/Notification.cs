namespace LiveBoard.Core.Boards;

/// <summary>
/// Something that a person should know. Holds no words: what it is about is read when it is shown, as far as the person may
/// read it then.
/// </summary>
public sealed class Notification
{
    /// <summary>Longest <see cref="Key"/>, in UTF-16 units.</summary>
    public const int MaxKeyLength = 100;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Who is told.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Of what.</summary>
    public required NotificationKind Kind { get; init; }

    /// <summary>The card it is about.</summary>
    public required Guid CardId { get; init; }

    /// <summary>Who did it; null for the clock.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The comment it is about, if any.</summary>
    public Guid? CommentId { get; init; }

    /// <summary>What makes it one of a kind: nobody is told the same thing twice, also not by two nodes.</summary>
    public required string Key { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>When it was read, UTC; null while it is news.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>When it was mailed or found not worth a mail, UTC; null while that is to be decided.</summary>
    public DateTime? MailedAt { get; set; }
}

/// <summary>What a person is told of.</summary>
public enum NotificationKind
{
    /// <summary>They were given a card.</summary>
    Assigned = 1,

    /// <summary>They were named in a description or comment.</summary>
    Mentioned = 2,

    /// <summary>Somebody commented on a card they watch.</summary>
    Commented = 3,

    /// <summary>A card they have or watch is due soon.</summary>
    DueSoon = 4,

    /// <summary>A card they have or watch is overdue.</summary>
    Overdue = 5,
}

/// <summary>When a person gets what they are told by mail.</summary>
public enum NotificationMailMode
{
    /// <summary>A few minutes after it happened, several things of one card in one mail.</summary>
    Instant = 0,

    /// <summary>Once a day.</summary>
    Daily = 1,

    /// <summary>Never.</summary>
    Off = 2,
}

/// <summary>What one person wants to be told of, and how. A person without a row has not changed anything.</summary>
public sealed class NotificationSettings
{
    /// <summary>Whose.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When mail is sent.</summary>
    public NotificationMailMode MailMode { get; set; }

    /// <summary>Kinds they are not told of at all; bit n stands for the kind of number n.</summary>
    public int MutedKinds { get; set; }

    /// <summary>Kinds they are told of, but not by mail.</summary>
    public int UnmailedKinds { get; set; }

    /// <summary>When the last daily mail went out, UTC.</summary>
    public DateTime? LastDigestAt { get; set; }
}
