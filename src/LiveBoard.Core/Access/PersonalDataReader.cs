using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Gathers what is stored about the actor. One's own words are one's own wherever they stand; of a board that one may
/// not open any more, nothing else is told, not even its name. Thread-safe; lives as long as the application.
/// </summary>
public sealed class PersonalDataReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>Everything about the actor; null when there is no such account, or it is disabled.</summary>
    public async Task<PersonalData?> ReadAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var id = actor.PersonId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == id && !u.IsDisabled, cancellationToken);
        if (user is null)
        {
            return null;
        }

        var open = (await access.GetBoardRolesAsync(db, actor, cancellationToken)).Keys.ToList();
        var boards = await db.Boards.Where(b => open.Contains(b.Id)).ToListAsync(cancellationToken);
        var names = boards.ToDictionary(b => b.Id, b => b.Name);
        var dashboards = boards.Where(b => b.Kind == BoardKind.Dashboard).Select(b => b.Id).ToHashSet();
        var own = await ReadBoardsAsync(db, id, names, cancellationToken);
        return new PersonalData(
            id,
            await db.People.Where(p => p.Id == id).Select(p => p.Name).SingleAsync(cancellationToken),
            user.Email!,
            user.IsAdministrator,
            user.TwoFactorEnabled,
            user.CreatedAt,
            await ReadWorkspacesAsync(db, id, cancellationToken),
            [.. own.Where(b => !dashboards.Contains(b.Id)).Select(b => b.Board)],
            [.. own.Where(b => dashboards.Contains(b.Id)).Select(b => b.Board)],
            await db
                .SignInSessions.Where(s => s.UserId == id)
                .OrderBy(s => s.StartedAt)
                .Select(s => new PersonalSignIn(s.StartedAt, s.LastSeenAt, s.Device, s.Source))
                .ToListAsync(cancellationToken),
            [
                .. (
                    await db.Set<IdentityUserPasskey<Guid>>().Where(p => p.UserId == id).ToListAsync(cancellationToken)
                ).Select(p => p.Data.Name ?? ""),
            ],
            await ReadCommentsAsync(db, id, names, cancellationToken),
            await ReadDraftsAsync(db, id, names, cancellationToken),
            await ReadActivityAsync(db, id, names, cancellationToken),
            [
                .. (
                    await db
                        .AuditEntries.Where(e => e.ActorId == id || e.SubjectId == id)
                        .OrderBy(e => e.At)
                        .ToListAsync(cancellationToken)
                ).Select(e => new PersonalAudit(e.At, $"{e.Kind}", e.ActorId == id ? e.Source : "", e.Details)),
            ],
            await PersonalTracesReader.ReadNewsAsync(db, id, names, cancellationToken),
            await PersonalTracesReader.ReadTracesAsync(db, id, names, cancellationToken)
        );
    }

    private static async Task<IReadOnlyList<PersonalWorkspace>> ReadWorkspacesAsync(
        LiveBoardDbContext db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await (
            from member in db.WorkspaceMembers
            where member.PersonId == id
            join workspace in db.Workspaces on member.WorkspaceId equals workspace.Id
            orderby workspace.Name
            select new PersonalWorkspace(workspace.Name, member.Role)
        ).ToListAsync(cancellationToken);

    private static async Task<IReadOnlyList<(Guid Id, PersonalBoard Board)>> ReadBoardsAsync(
        LiveBoardDbContext db,
        Guid id,
        Dictionary<Guid, string> names,
        CancellationToken cancellationToken
    )
    {
        var roles = await db
            .BoardMembers.Where(m => m.PersonId == id)
            .ToDictionaryAsync(m => m.BoardId, m => m.Role, cancellationToken);
        var marks = await db
            .BoardBookmarks.Where(b => b.PersonId == id)
            .ToDictionaryAsync(b => b.BoardId, cancellationToken);
        return
        [
            .. from board in roles.Keys.Union(marks.Keys)
            where names.ContainsKey(board)
            let mark = marks.GetValueOrDefault(board)
            orderby names[board]
            select (
                board,
                new PersonalBoard(
                    names[board],
                    roles.TryGetValue(board, out var role) ? role : null,
                    mark?.IsStarred ?? false,
                    mark?.LastVisitedAt
                )
            ),
        ];
    }

    private static async Task<IReadOnlyList<PersonalComment>> ReadCommentsAsync(
        LiveBoardDbContext db,
        Guid id,
        Dictionary<Guid, string> names,
        CancellationToken cancellationToken
    )
    {
        var own = await (
            from comment in db.Comments
            where comment.AuthorId == id
            join card in db.Cards on comment.CardId equals card.Id
            orderby comment.CreatedAt
            select new
            {
                card.BoardId,
                comment.CreatedAt,
                comment.Text,
            }
        ).ToListAsync(cancellationToken);
        return [.. own.Select(c => new PersonalComment(names.GetValueOrDefault(c.BoardId), c.CreatedAt, c.Text))];
    }

    private static async Task<IReadOnlyList<PersonalComment>> ReadDraftsAsync(
        LiveBoardDbContext db,
        Guid id,
        Dictionary<Guid, string> names,
        CancellationToken cancellationToken
    )
    {
        var own = await (
            from draft in db.CardDrafts
            where draft.PersonId == id
            join card in db.Cards on draft.CardId equals card.Id
            orderby draft.UpdatedAt
            select new
            {
                card.BoardId,
                draft.UpdatedAt,
                draft.Text,
            }
        ).ToListAsync(cancellationToken);
        return [.. own.Select(d => new PersonalComment(names.GetValueOrDefault(d.BoardId), d.UpdatedAt, d.Text))];
    }

    private static async Task<IReadOnlyList<PersonalActivity>> ReadActivityAsync(
        LiveBoardDbContext db,
        Guid id,
        Dictionary<Guid, string> names,
        CancellationToken cancellationToken
    )
    {
        var own = await db
            .Activity.Where(a => a.ActorId == id)
            .OrderBy(a => a.At)
            .Select(a => new
            {
                a.BoardId,
                a.At,
                a.Kind,
            })
            .ToListAsync(cancellationToken);
        return [.. own.Select(a => new PersonalActivity(names.GetValueOrDefault(a.BoardId), a.At, a.Kind))];
    }
}
