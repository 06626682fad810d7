using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>A part of what a person is told, newest first.</summary>
/// <param name="Items">The notifications.</param>
/// <param name="HasMore">True when there are earlier ones.</param>
public sealed record NotificationPage(ImmutableArray<NotificationListing> Items, bool HasMore);

/// <summary>What a person is told, in words that they may read now.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What of.</param>
/// <param name="Actor">Who did it; null for the clock.</param>
/// <param name="BoardId">The card's board.</param>
/// <param name="BoardName">Its name.</param>
/// <param name="CardNumber">The card's number there.</param>
/// <param name="CardTitle">What is to be done.</param>
/// <param name="Excerpt">The beginning of the comment, if it is about one.</param>
/// <param name="At">When it happened, UTC.</param>
/// <param name="IsRead">True when it is no news any more.</param>
public sealed record NotificationListing(
    Guid Id,
    NotificationKind Kind,
    PersonSnapshot? Actor,
    Guid BoardId,
    string BoardName,
    int CardNumber,
    string CardTitle,
    string? Excerpt,
    DateTime At,
    bool IsRead
);

/// <summary>What a person wants to be told of, and how.</summary>
/// <param name="MailMode">When mail is sent.</param>
/// <param name="Muted">Kinds they are not told of at all.</param>
/// <param name="Unmailed">Kinds they are not mailed.</param>
public sealed record NotificationWish(
    NotificationMailMode MailMode,
    ImmutableHashSet<NotificationKind> Muted,
    ImmutableHashSet<NotificationKind> Unmailed
);
