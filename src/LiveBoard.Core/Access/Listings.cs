using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Access;

/// <summary>A workspace as one person sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name.</param>
/// <param name="Role">The person's role in it; null when they are only on some board of it.</param>
/// <param name="Boards">Kanban boards that they may open, by name.</param>
/// <param name="Archived">The same, put away.</param>
/// <param name="Dashboards">Dashboards that they may open, by name.</param>
/// <param name="ArchivedDashboards">The same, put away.</param>
/// <param name="DefaultDashboardId">Which of <paramref name="Dashboards"/> the workspace's people are led to; null for none.</param>
public sealed record WorkspaceListing(
    Guid Id,
    string Name,
    WorkspaceRole? Role,
    ImmutableArray<BoardListing> Boards,
    ImmutableArray<BoardListing> Archived,
    ImmutableArray<BoardListing> Dashboards,
    ImmutableArray<BoardListing> ArchivedDashboards,
    Guid? DefaultDashboardId
);

/// <summary>A board in a list, as one person sees it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="WorkspaceId">The workspace it belongs to.</param>
/// <param name="Name">Display name.</param>
/// <param name="Visibility">Who besides its members may open it.</param>
/// <param name="Role">The person's role on it.</param>
/// <param name="IsArchived">True when put away.</param>
/// <param name="IsStarred">True while the person has starred it.</param>
/// <param name="LastVisitedAt">When the person last opened it, UTC; null for never.</param>
/// <param name="CardCount">Cards that stand on it; none on a dashboard.</param>
/// <param name="Kind">What stands on it.</param>
public sealed record BoardListing(
    Guid Id,
    Guid WorkspaceId,
    string Name,
    BoardVisibility Visibility,
    BoardRole Role,
    bool IsArchived,
    bool IsStarred,
    DateTime? LastVisitedAt,
    int CardCount,
    BoardKind Kind
);

/// <summary>A member of a workspace.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Display name.</param>
/// <param name="Color">Number of the person's colour, 1 to <see cref="Person.ColorCount"/>.</param>
/// <param name="Role">Role in the workspace.</param>
public sealed record MemberListing(Guid PersonId, string Name, int Color, WorkspaceRole Role);

/// <summary>What a person sees of themselves.</summary>
/// <param name="PersonId">The person, and the account.</param>
/// <param name="Name">Display name.</param>
/// <param name="Color">Number of the person's colour, 1 to <see cref="Person.ColorCount"/>.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="IsAdministrator">True for an administrator of the instance.</param>
public sealed record OwnListing(Guid PersonId, string Name, int Color, string Email, bool IsAdministrator);

/// <summary>A starred board, as short as a list beside the page shows it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name.</param>
public sealed record StarredBoard(Guid Id, string Name);

/// <summary>What stands beside every page of a person.</summary>
/// <param name="Own">The person.</param>
/// <param name="Starred">Their starred kanban boards, by name.</param>
public sealed record RailListing(OwnListing Own, ImmutableArray<StarredBoard> Starred);

/// <summary>What administrators see of the whole instance. Names and numbers only: they open no board by that.</summary>
/// <param name="IsRegistrationOpen">True when anybody who reaches the sign-in page may make an account.</param>
/// <param name="SecondStepDemand">Who must sign in with more than a password.</param>
/// <param name="Backups">When backups are made, and how many are kept.</param>
/// <param name="Workspaces">All workspaces by name.</param>
public sealed record InstanceListing(
    bool IsRegistrationOpen,
    SecondStepDemand SecondStepDemand,
    BackupPlan Backups,
    ImmutableArray<WorkspaceSummary> Workspaces
);

/// <summary>A workspace from outside.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name.</param>
/// <param name="PeopleCount">People in it.</param>
/// <param name="BoardCount">Kanban boards in it, archived ones included.</param>
/// <param name="Role">The administrator's own role in it; null when they are not in it.</param>
public sealed record WorkspaceSummary(Guid Id, string Name, int PeopleCount, int BoardCount, WorkspaceRole? Role);
