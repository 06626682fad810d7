using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Tells of which kanban boards whoever looks at a dashboard sees numbers: of those that they could open themselves. A
/// dashboard shows nobody what its boards would not. Asked against the database as it is now; thread-safe; lives as long
/// as the application.
/// </summary>
public sealed class DashboardSources(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    GuestAccess guests
)
{
    /// <summary>The workspace's boards, put-away ones left out, that the actor may open, by name; null when they may not open the dashboard.</summary>
    public async Task<ImmutableArray<DashboardSource>?> ReadAsync(
        Actor actor,
        Guid dashboardId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var roles = await access.GetBoardRolesAsync(db, actor, cancellationToken);
        return roles.ContainsKey(dashboardId)
            ? await ReadAsync(db, dashboardId, board => roles.GetValueOrDefault(board.Id), cancellationToken)
            : null;
    }

    /// <summary>
    /// The same for a guest of the dashboard: boards that are open to the whole workspace, and never a private one, whoever
    /// made the link; null when the link does not show this dashboard now.
    /// </summary>
    public async Task<ImmutableArray<DashboardSource>?> ReadAsync(
        GuestPass pass,
        Guid dashboardId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await guests.FindAsync(db, pass, cancellationToken))?.BoardId == dashboardId
            ? await ReadAsync(
                db,
                dashboardId,
                board => board.Visibility == BoardVisibility.Workspace ? BoardRole.Viewer : BoardRole.None,
                cancellationToken
            )
            : null;
    }

    /// <summary>One statement: the dashboard itself is among the boards of its workspace.</summary>
    private static async Task<ImmutableArray<DashboardSource>?> ReadAsync(
        LiveBoardDbContext db,
        Guid dashboardId,
        Func<Board, BoardRole> roleOn,
        CancellationToken cancellationToken
    )
    {
        var boards = await db
            .Boards.AsNoTracking()
            .Where(b => db.Boards.Any(d => d.Id == dashboardId && d.WorkspaceId == b.WorkspaceId))
            .ToListAsync(cancellationToken);
        if (!boards.Exists(b => b.Id == dashboardId && b.Kind == BoardKind.Dashboard))
        {
            return null;
        }

        return
        [
            .. boards
                .Where(b => b is { Kind: BoardKind.Kanban, IsArchived: false })
                .Select(b => new DashboardSource(b.Id, b.Name, roleOn(b)))
                .Where(s => s.Role > BoardRole.None)
                .OrderBy(s => s.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(s => s.Id),
        ];
    }
}

/// <summary>A kanban board that a dashboard shows numbers of, as one person sees it.</summary>
/// <param name="Id">The board.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">What the person may do on it.</param>
public sealed record DashboardSource(Guid Id, string Name, BoardRole Role);
