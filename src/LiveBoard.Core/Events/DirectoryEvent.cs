using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Events;

/// <summary>A fact about people, workspaces and who may open what, after a commit.</summary>
public abstract record DirectoryEvent;

/// <summary>What somebody may do has changed. Whoever holds a board or a page open on their behalf must ask again.</summary>
/// <param name="PersonId">The person concerned; null when it may be anybody.</param>
/// <param name="WorkspaceId">The workspace concerned; null when it may be any.</param>
/// <param name="BoardId">The board concerned; null when it may be any.</param>
public sealed record AccessChanged(Guid? PersonId, Guid? WorkspaceId, Guid? BoardId) : DirectoryEvent;

/// <summary>The list of boards of a workspace shows something new: a board made, renamed, archived or opened up.</summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="BoardId">The board.</param>
public sealed record BoardListed(Guid WorkspaceId, Guid BoardId) : DirectoryEvent;

/// <summary>A workspace was made, renamed, or has other people or invitations.</summary>
/// <param name="WorkspaceId">The workspace.</param>
public sealed record WorkspaceChanged(Guid WorkspaceId) : DirectoryEvent;

/// <summary>A person's name or colour changed.</summary>
/// <param name="Person">The person as they are now.</param>
public sealed record PersonChanged(PersonSnapshot Person) : DirectoryEvent;

/// <summary>A person starred or visited a board.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="BoardId">The board.</param>
/// <param name="IsStarChanged">False for a visit alone, which happens each time somebody opens a board.</param>
public sealed record BookmarkChanged(Guid PersonId, Guid BoardId, bool IsStarChanged) : DirectoryEvent;

/// <summary>A board has more or fewer cards.</summary>
/// <param name="BoardId">The board.</param>
public sealed record CardCountChanged(Guid BoardId) : DirectoryEvent;

/// <summary>
/// Cards changed, or something on them did. For whoever lists cards of many boards: listening to each of those boards would
/// cost every open page as many subscriptions as there are boards.
/// </summary>
/// <param name="BoardId">The board.</param>
/// <param name="CardIds">The cards.</param>
/// <param name="PeopleIds">Whom it concerns even if they did not list the card before: who has it or had it until now, who has a
/// changed step of it, who made it, who commented.</param>
public sealed record CardsTouched(Guid BoardId, ImmutableHashSet<Guid> CardIds, ImmutableHashSet<Guid> PeopleIds)
    : DirectoryEvent;

/// <summary>Columns or labels of a board are other ones: what they are called, where work stands in them, put away or not.</summary>
/// <param name="BoardId">The board.</param>
public sealed record BoardShapeChanged(Guid BoardId) : DirectoryEvent;

/// <summary>There is another account, one less, or one that shows something new to administrators.</summary>
public sealed record AccountsChanged : DirectoryEvent;

/// <summary>A person was told something new, or has read something.</summary>
/// <param name="PersonId">The person.</param>
public sealed record NotificationsChanged(Guid PersonId) : DirectoryEvent;

/// <summary>A person watches a card, or no longer does.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="CardId">The card.</param>
public sealed record WatchChanged(Guid PersonId, Guid CardId) : DirectoryEvent;

/// <summary>A series of numbers was made, changed or removed, or has other points.</summary>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="SeriesId">The series.</param>
public sealed record MetricsChanged(Guid WorkspaceId, Guid SeriesId) : DirectoryEvent;

/// <summary>A workspace has another token for programs, one less, or one was used.</summary>
/// <param name="WorkspaceId">The workspace.</param>
public sealed record ApiTokensChanged(Guid WorkspaceId) : DirectoryEvent;

/// <summary>There is another backup, one less, one is being made or failed, or another one is to be restored.</summary>
public sealed record BackupsChanged : DirectoryEvent;

/// <summary>A setting of the whole instance changed.</summary>
public sealed record InstanceChanged : DirectoryEvent;
