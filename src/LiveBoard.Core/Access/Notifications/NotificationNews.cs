using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>Something that people are to be told.</summary>
/// <param name="Kind">What.</param>
/// <param name="BoardId">The card's board.</param>
/// <param name="CardId">The card it is about.</param>
/// <param name="Key">What makes it one of a kind for each person.</param>
internal sealed record NotificationNews(NotificationKind Kind, Guid BoardId, Guid CardId, string Key)
{
    /// <summary>Who did it, and is not told; null for the clock.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The comment it is about.</summary>
    public Guid? CommentId { get; init; }
}
