using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Reads what a person may see of workspaces, people and boards. Asks the access service every time; costs a constant
/// number of statements. Thread-safe; lives as long as the application.
/// </summary>
public sealed class BoardDirectory(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>
    /// All workspaces that the actor is in or has a board of, by name, with the boards and dashboards that they may open,
    /// by name. Nothing of anything else.
    /// </summary>
    public async Task<ImmutableArray<WorkspaceListing>> ReadAsync(
        Actor actor,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var roles = await access.GetBoardRolesAsync(db, actor, cancellationToken);
        var boards = await ReadBoardsAsync(db, actor, roles, cancellationToken);
        var workspaceIds = boards.Select(b => b.WorkspaceId).Distinct().ToList();
        var workspaces = await db
            .Workspaces.AsNoTracking()
            .Select(w => new
            {
                w.Id,
                w.Name,
                w.DefaultDashboardId,
                Role = w
                    .Members.Where(m =>
                        m.PersonId == actor.PersonId && db.Users.Any(u => u.Id == m.PersonId && !u.IsDisabled)
                    )
                    .Select(m => (WorkspaceRole?)m.Role)
                    .SingleOrDefault(),
            })
            .Where(w => w.Role != null || workspaceIds.Contains(w.Id))
            .ToListAsync(cancellationToken);
        var byWorkspace = boards
            .OrderBy(b => b.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(b => b.Id)
            .ToLookup(b => b.WorkspaceId);
        return
        [
            .. workspaces
                .OrderBy(w => w.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(w => w.Id)
                .Select(w => Listing(w.Id, w.Name, w.Role, w.DefaultDashboardId, [.. byWorkspace[w.Id]])),
        ];
    }

    /// <summary>The people of a workspace by name, for those who are in it; null for anybody else.</summary>
    public async Task<ImmutableArray<MemberListing>?> ReadMembersAsync(
        Actor actor,
        Guid workspaceId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.GetWorkspaceRoleAsync(db, actor, workspaceId, cancellationToken) is null)
        {
            return null;
        }

        var members = await (
            from member in db.WorkspaceMembers
            where member.WorkspaceId == workspaceId
            join person in db.People on member.PersonId equals person.Id
            select new MemberListing(person.Id, person.Name, person.Color, member.Role)
        ).ToListAsync(cancellationToken);
        return [.. members.OrderBy(m => m.Name, StringComparer.OrdinalIgnoreCase).ThenBy(m => m.PersonId)];
    }

    /// <summary>The actor's own face, and whether they administer the instance; null when nobody is signed in.</summary>
    public async Task<OwnListing?> ReadOwnAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from user in db.Users
            where user.Id == actor.PersonId && !user.IsDisabled
            join person in db.People on user.Id equals person.Id
            select new OwnListing(person.Id, person.Name, person.Color, user.Email!, user.IsAdministrator)
        ).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// What stands beside every page of the actor: themselves, and the kanban boards that they have starred and may still open,
    /// by name, archived ones left out; null when nobody is signed in. One statement, two with stars.
    /// </summary>
    public async Task<RailListing?> ReadRailAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rail = await (
            from user in db.Users
            where user.Id == actor.PersonId && !user.IsDisabled
            join person in db.People on user.Id equals person.Id
            select new
            {
                Own = new OwnListing(person.Id, person.Name, person.Color, user.Email!, user.IsAdministrator),
                Starred = db
                    .BoardBookmarks.Where(b => b.PersonId == user.Id && b.IsStarred)
                    .Join(
                        db.Boards.Where(b => !b.IsArchived && b.Kind == BoardKind.Kanban),
                        bookmark => bookmark.BoardId,
                        board => board.Id,
                        (_, board) => new StarredBoard(board.Id, board.Name)
                    )
                    .ToList(),
            }
        ).SingleOrDefaultAsync(cancellationToken);
        return rail is null
            ? null
            : new RailListing(rail.Own, await OpenOnlyAsync(db, actor, rail.Starred, cancellationToken));
    }

    private async Task<ImmutableArray<StarredBoard>> OpenOnlyAsync(
        LiveBoardDbContext db,
        Actor actor,
        List<StarredBoard> starred,
        CancellationToken cancellationToken
    )
    {
        if (starred.Count == 0)
        {
            return [];
        }

        var roles = await access.GetBoardRolesAsync(db, actor, cancellationToken);
        return
        [
            .. starred
                .Where(b => roles.ContainsKey(b.Id))
                .OrderBy(b => b.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(b => b.Id),
        ];
    }

    /// <summary>The whole instance, for its administrators; null for anybody else.</summary>
    public async Task<InstanceListing?> ReadInstanceAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await access.IsAdministratorAsync(db, actor, cancellationToken))
        {
            return null;
        }

        var workspaces = await db
            .Workspaces.Select(w => new WorkspaceSummary(
                w.Id,
                w.Name,
                w.Members.Count,
                db.Boards.Count(b => b.WorkspaceId == w.Id && b.Kind == BoardKind.Kanban),
                w.Members.Where(m => m.PersonId == actor.PersonId).Select(m => (WorkspaceRole?)m.Role).SingleOrDefault()
            ))
            .ToListAsync(cancellationToken);
        var settings = await db.InstanceSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return new InstanceListing(
            settings?.IsRegistrationOpen ?? false,
            settings?.SecondStepDemand ?? SecondStepDemand.Nobody,
            BackupPlan.Of(settings),
            [.. workspaces.OrderBy(w => w.Name, StringComparer.OrdinalIgnoreCase).ThenBy(w => w.Id)]
        );
    }

    /// <summary>The two kinds apart: whoever asks for boards never gets a dashboard. A default that they may not open is none.</summary>
    private static WorkspaceListing Listing(
        Guid id,
        string name,
        WorkspaceRole? role,
        Guid? defaultDashboardId,
        IReadOnlyList<BoardListing> all
    )
    {
        var dashboards = Of(BoardKind.Dashboard, isArchived: false);
        return new WorkspaceListing(
            id,
            name,
            role,
            Of(BoardKind.Kanban, isArchived: false),
            Of(BoardKind.Kanban, isArchived: true),
            dashboards,
            Of(BoardKind.Dashboard, isArchived: true),
            dashboards.Any(d => d.Id == defaultDashboardId) ? defaultDashboardId : null
        );

        ImmutableArray<BoardListing> Of(BoardKind kind, bool isArchived) =>
            [.. all.Where(b => b.Kind == kind && b.IsArchived == isArchived)];
    }

    private static async Task<List<BoardListing>> ReadBoardsAsync(
        LiveBoardDbContext db,
        Actor actor,
        IReadOnlyDictionary<Guid, BoardRole> roles,
        CancellationToken cancellationToken
    )
    {
        var ids = roles.Keys.ToList();
        var rows = await db
            .Boards.AsNoTracking()
            .Where(b => ids.Contains(b.Id))
            .Select(b => new
            {
                b.Id,
                b.WorkspaceId,
                b.Name,
                b.Visibility,
                b.IsArchived,
                b.Kind,
                Bookmark = db.BoardBookmarks.FirstOrDefault(m => m.BoardId == b.Id && m.PersonId == actor.PersonId),
                CardCount = db.Cards.Count(c => c.BoardId == b.Id && !c.IsArchived && c.DeletedAt == null),
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(b => new BoardListing(
            b.Id,
            b.WorkspaceId,
            b.Name,
            b.Visibility,
            roles[b.Id],
            b.IsArchived,
            b.Bookmark?.IsStarred ?? false,
            b.Bookmark?.LastVisitedAt,
            b.CardCount,
            b.Kind
        ));
    }
}
