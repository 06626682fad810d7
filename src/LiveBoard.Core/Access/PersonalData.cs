using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Access;

/// <summary>What is stored about one person, as it is handed to them.</summary>
/// <param name="Id">The account's and the person's id.</param>
/// <param name="Name">Name.</param>
/// <param name="Email">E-mail address; what one signs in with.</param>
/// <param name="IsAdministrator">True for an administrator of the instance.</param>
/// <param name="HasSecondStep">True with an authenticator app.</param>
/// <param name="CreatedAt">When the account was made, UTC.</param>
/// <param name="Workspaces">Workspaces, with the role in each.</param>
/// <param name="Boards">Kanban boards with a role of one's own, stars and visits.</param>
/// <param name="Dashboards">Dashboards, the same.</param>
/// <param name="SignIns">Sign-ins that are good.</param>
/// <param name="Passkeys">Names of passkeys.</param>
/// <param name="Comments">What one wrote.</param>
/// <param name="Drafts">What one has typed and not sent yet.</param>
/// <param name="Activity">What one did.</param>
/// <param name="Audit">What the audit trail says of one.</param>
/// <param name="Told">What one is told, and wants to be told.</param>
/// <param name="Left">What else one has left.</param>
public sealed record PersonalData(
    Guid Id,
    string Name,
    string Email,
    bool IsAdministrator,
    bool HasSecondStep,
    DateTime CreatedAt,
    IReadOnlyList<PersonalWorkspace> Workspaces,
    IReadOnlyList<PersonalBoard> Boards,
    IReadOnlyList<PersonalBoard> Dashboards,
    IReadOnlyList<PersonalSignIn> SignIns,
    IReadOnlyList<string> Passkeys,
    IReadOnlyList<PersonalComment> Comments,
    IReadOnlyList<PersonalComment> Drafts,
    IReadOnlyList<PersonalActivity> Activity,
    IReadOnlyList<PersonalAudit> Audit,
    PersonalNews Told,
    PersonalTraces Left
);

/// <summary>A workspace that one is in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Role">One's role.</param>
public sealed record PersonalWorkspace(string Name, WorkspaceRole Role);

/// <summary>A board or dashboard that one has to do with and may open now.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OwnRole">The role of one's own on it; null for none.</param>
/// <param name="IsStarred">True when one has starred it.</param>
/// <param name="LastVisitedAt">When one last opened it, UTC; null for never.</param>
public sealed record PersonalBoard(string Name, BoardRole? OwnRole, bool IsStarred, DateTime? LastVisitedAt);

/// <summary>A sign-in.</summary>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="LastSeenAt">When it was last used, UTC.</param>
/// <param name="Device">What the browser said of itself.</param>
/// <param name="Source">Network address.</param>
public sealed record PersonalSignIn(DateTime StartedAt, DateTime LastSeenAt, string Device, string Source);

/// <summary>A comment, or what is going to be one.</summary>
/// <param name="Board">The board's name; null when one may not open it any more.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Text">What one wrote.</param>
public sealed record PersonalComment(string? Board, DateTime At, string Text);

/// <summary>Something one did.</summary>
/// <param name="Board">The board's name; null when one may not open it any more.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What.</param>
public sealed record PersonalActivity(string? Board, DateTime At, ActivityKind Kind);

/// <summary>An entry of the audit trail.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">What.</param>
/// <param name="Source">Network address.</param>
/// <param name="Details">More, in words.</param>
public sealed record PersonalAudit(DateTime At, string Kind, string Source, string Details);

/// <summary>What a person is told, and wants to be told.</summary>
/// <param name="Mail">When they get it by mail.</param>
/// <param name="Muted">Kinds they are not told of.</param>
/// <param name="Unmailed">Kinds they are told of, but not by mail.</param>
/// <param name="Watched">Cards that they watch.</param>
/// <param name="Unwatched">Cards that they want to hear nothing of.</param>
/// <param name="Notifications">What they were told.</param>
public sealed record PersonalNews(
    NotificationMailMode Mail,
    IReadOnlyList<NotificationKind> Muted,
    IReadOnlyList<NotificationKind> Unmailed,
    IReadOnlyList<PersonalCard> Watched,
    IReadOnlyList<PersonalCard> Unwatched,
    IReadOnlyList<PersonalNotification> Notifications
);

/// <summary>A card that one has to do with.</summary>
/// <param name="Board">The board's name; null when one may not open it any more.</param>
/// <param name="Card">The card's title; null then as well.</param>
public sealed record PersonalCard(string? Board, string? Card);

/// <summary>Something that one was told.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ReadAt">When one has read it, UTC; null for not yet.</param>
/// <param name="Kind">Of what.</param>
/// <param name="About">The card it is about.</param>
public sealed record PersonalNotification(DateTime At, DateTime? ReadAt, NotificationKind Kind, PersonalCard About);

/// <summary>What a person has left besides words.</summary>
/// <param name="Assigned">Cards that they have.</param>
/// <param name="Files">Files and links that they have put on cards.</param>
/// <param name="Numbers">Values that they have typed in.</param>
/// <param name="Tokens">Tokens that they have made for programs.</param>
public sealed record PersonalTraces(
    IReadOnlyList<PersonalCard> Assigned,
    IReadOnlyList<PersonalFile> Files,
    IReadOnlyList<PersonalNumber> Numbers,
    IReadOnlyList<PersonalToken> Tokens
);

/// <summary>A file or link that one has put on a card.</summary>
/// <param name="Board">The board's name; null when one may not open it any more.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Name">What one called it.</param>
/// <param name="Size">Bytes; 0 for a link.</param>
public sealed record PersonalFile(string? Board, DateTime At, string Name, long Size);

/// <summary>A value that one has typed in.</summary>
/// <param name="Series">The series' name; null when one is not in its workspace any more.</param>
/// <param name="At">Of when it is, UTC.</param>
/// <param name="Value">How much.</param>
public sealed record PersonalNumber(string? Series, DateTime At, double Value);

/// <summary>A token that one has made for a program; never its secret.</summary>
/// <param name="Name">What one called it.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="LastUsedAt">When it was last used, UTC; null for never.</param>
/// <param name="RevokedAt">When it was revoked, UTC; null for not yet.</param>
public sealed record PersonalToken(string Name, DateTime CreatedAt, DateTime? LastUsedAt, DateTime? RevokedAt);
