using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// The one path by which workspaces, the people in them and people's own facts change. Every method authorises the
/// actor against the database as it is now. Thread-safe; lives as long as the application.
/// </summary>
public sealed class DirectoryService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Makes a workspace; for administrators of the instance. Its maker becomes its owner.</summary>
    /// <returns>The workspace's id.</returns>
    public async Task<DirectoryResult<Guid>> CreateWorkspaceAsync(
        Actor actor,
        string? name,
        CancellationToken cancellationToken = default
    )
    {
        var id = Guid.CreateVersion7();
        var result = await _writer.WriteAsync(
            actor,
            new AuditNote("CreateWorkspace", id),
            async db =>
            {
                if (!await access.IsAdministratorAsync(db, actor, cancellationToken))
                {
                    return DirectoryRefusal.NotAllowed;
                }

                if (DirectoryRules.Line(name, Workspace.MaxNameLength) is not { } line)
                {
                    return DirectoryRefusal.NameInvalid;
                }

                AddWorkspace(db, id, line, actor.PersonId);
                return null;
            },
            cancellationToken
        );
        return new DirectoryResult<Guid>(result.IsDone ? id : default, result.Refusal);
    }

    /// <summary>
    /// Adds a workspace and its first owner to the caller's unit of work, which must have authorised that: the set-up
    /// makes the first workspace together with the account that owns it.
    /// </summary>
    public void AddWorkspace(LiveBoardDbContext db, Guid id, string name, Guid ownerId)
    {
        var workspace = new Workspace
        {
            Id = id,
            Name = name,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        db.Workspaces.Add(workspace);
        workspace.Members.Add(
            new WorkspaceMember
            {
                WorkspaceId = id,
                PersonId = ownerId,
                Role = WorkspaceRole.Owner,
            }
        );
    }

    /// <summary>Gives a workspace another name; for its owners.</summary>
    public Task<DirectoryResult> RenameWorkspaceAsync(
        Actor actor,
        Guid workspaceId,
        string? name,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("RenameWorkspace", workspaceId),
            async db =>
            {
                if (await access.RefuseUnlessOwnerAsync(db, actor, workspaceId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                if (DirectoryRules.Line(name, Workspace.MaxNameLength) is not { } line)
                {
                    return DirectoryRefusal.NameInvalid;
                }

                (await db.Workspaces.SingleAsync(w => w.Id == workspaceId, cancellationToken)).Name = line;
                return null;
            },
            cancellationToken
        );

    /// <summary>Says which dashboard of a workspace its people are led to; for its owners.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="dashboardId">A dashboard of it that is not put away; null for none.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public Task<DirectoryResult> SetDefaultDashboardAsync(
        Actor actor,
        Guid workspaceId,
        Guid? dashboardId,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("SetDefaultDashboard", workspaceId) { Value = $"{dashboardId}" },
            async db =>
            {
                if (await access.RefuseUnlessOwnerAsync(db, actor, workspaceId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var isThere =
                    dashboardId is null
                    || await db.Boards.AnyAsync(
                        b =>
                            b.Id == dashboardId
                            && b.WorkspaceId == workspaceId
                            && b.Kind == BoardKind.Dashboard
                            && !b.IsArchived,
                        cancellationToken
                    );
                if (!isThere)
                {
                    return DirectoryRefusal.NotFound;
                }

                var workspace = await db.Workspaces.SingleAsync(w => w.Id == workspaceId, cancellationToken);
                workspace.DefaultDashboardId = dashboardId;
                return null;
            },
            cancellationToken
        );

    /// <summary>Gives a member another role; for owners, never one's own, and never the last owner's.</summary>
    public Task<DirectoryResult> SetRoleAsync(
        Actor actor,
        Guid workspaceId,
        Guid personId,
        WorkspaceRole role,
        CancellationToken cancellationToken = default
    ) =>
        ChangeMemberAsync(
            actor,
            workspaceId,
            personId,
            new AuditNote("SetWorkspaceRole", personId) { Value = $"{role} in {workspaceId}" },
            async (db, member) =>
            {
                if (!Enum.IsDefined(role))
                {
                    return DirectoryRefusal.ValueInvalid;
                }

                if (role < member.Role && await IsLastOwnerAsync(db, member, cancellationToken))
                {
                    return DirectoryRefusal.LastOwner;
                }

                member.Role = role;
                return null;
            },
            cancellationToken
        );

    /// <summary>
    /// Takes a person out of a workspace, and with it every role of their own on its boards, so that nothing of it is
    /// left to them; for owners, never oneself, and never the last owner.
    /// </summary>
    public Task<DirectoryResult> RemoveMemberAsync(
        Actor actor,
        Guid workspaceId,
        Guid personId,
        CancellationToken cancellationToken = default
    ) =>
        ChangeMemberAsync(
            actor,
            workspaceId,
            personId,
            new AuditNote("RemoveWorkspaceMember", personId) { Value = $"from {workspaceId}" },
            async (db, member) =>
            {
                if (await IsLastOwnerAsync(db, member, cancellationToken))
                {
                    return DirectoryRefusal.LastOwner;
                }

                var ownRoles = await db
                    .BoardMembers.Where(m => m.PersonId == personId)
                    .Where(m => db.Boards.Any(b => b.Id == m.BoardId && b.WorkspaceId == workspaceId))
                    .ToListAsync(cancellationToken);
                db.BoardMembers.RemoveRange(ownRoles);
                db.WorkspaceMembers.Remove(member);
                return null;
            },
            cancellationToken
        );

    /// <summary>Changes one's own name and colour.</summary>
    public Task<DirectoryResult> ChangePersonAsync(
        Actor actor,
        string? name,
        int color,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("ChangePerson") { IsKept = false },
            async db =>
            {
                if (DirectoryRules.Line(name, Person.MaxNameLength) is not { } line)
                {
                    return DirectoryRefusal.NameInvalid;
                }

                if (color is < 1 or > Person.ColorCount)
                {
                    return DirectoryRefusal.ValueInvalid;
                }

                var person = await db
                    .People.Where(p => db.Users.Any(u => u.Id == p.Id && !u.IsDisabled))
                    .SingleOrDefaultAsync(p => p.Id == actor.PersonId, cancellationToken);
                if (person is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                (person.Name, person.Color) = (line, color);
                return null;
            },
            cancellationToken
        );

    private Task<DirectoryResult> ChangeMemberAsync(
        Actor actor,
        Guid workspaceId,
        Guid personId,
        AuditNote what,
        Func<LiveBoardDbContext, WorkspaceMember, Task<DirectoryRefusal?>> change,
        CancellationToken cancellationToken
    ) =>
        _writer.WriteAsync(
            actor,
            what,
            async db =>
            {
                if (await access.RefuseUnlessOwnerAsync(db, actor, workspaceId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                if (personId == actor.PersonId)
                {
                    return DirectoryRefusal.OwnRole;
                }

                var member = await db.WorkspaceMembers.SingleOrDefaultAsync(
                    m => m.WorkspaceId == workspaceId && m.PersonId == personId,
                    cancellationToken
                );
                return member is null ? DirectoryRefusal.NotFound : await change(db, member);
            },
            cancellationToken
        );

    private static async Task<bool> IsLastOwnerAsync(
        LiveBoardDbContext db,
        WorkspaceMember member,
        CancellationToken cancellationToken
    ) =>
        member.Role == WorkspaceRole.Owner
        && !await db.WorkspaceMembers.AnyAsync(
            m => m.WorkspaceId == member.WorkspaceId && m.PersonId != member.PersonId && m.Role == WorkspaceRole.Owner,
            cancellationToken
        );
}
