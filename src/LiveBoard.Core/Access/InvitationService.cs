using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// Invitations into a workspace by link: 128 random bits, shown once, kept as a hash, used once, good for seven days.
/// The role is the invitation's and never the client's. Thread-safe; lives as long as the application.
/// </summary>
public sealed class InvitationService(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    RefusalLog refusals,
    TimeProvider time
)
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Longest note on an invitation, in UTF-16 units.</summary>
    public const int MaxNoteLength = 200;

    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Makes an invitation; for owners of the workspace.</summary>
    /// <returns>The secret for the link. It is not kept and cannot be shown again.</returns>
    public async Task<DirectoryResult<string>> CreateAsync(
        Actor actor,
        Guid workspaceId,
        WorkspaceRole role,
        string? note = null,
        CancellationToken cancellationToken = default
    )
    {
        var token = LinkSecret.Create();
        var result = await _writer.WriteAsync(
            actor,
            new AuditNote("CreateInvitation", workspaceId) { Value = $"{role}" },
            async db =>
            {
                if (await access.RefuseUnlessOwnerAsync(db, actor, workspaceId, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var line = string.IsNullOrWhiteSpace(note) ? "" : DirectoryRules.Line(note, MaxNoteLength);
                if (!Enum.IsDefined(role) || line is null)
                {
                    return DirectoryRefusal.ValueInvalid;
                }

                var now = time.GetUtcNow().UtcDateTime;
                db.Invitations.Add(
                    new Invitation
                    {
                        Id = Guid.CreateVersion7(),
                        TokenHash = LinkSecret.Hash(token),
                        WorkspaceId = workspaceId,
                        Role = role,
                        Note = line,
                        CreatedById = actor.PersonId,
                        CreatedAt = now,
                        ExpiresAt = now + Lifetime,
                    }
                );
                return null;
            },
            cancellationToken
        );
        return new DirectoryResult<string>(result.IsDone ? token : null, result.Refusal);
    }

    /// <summary>Invitations that can still be used, newest first; empty for anybody but the workspace's owners.</summary>
    public async Task<IReadOnlyList<OpenInvitation>> ListAsync(
        Actor actor,
        Guid workspaceId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.RefuseUnlessOwnerAsync(db, actor, workspaceId, cancellationToken) is not null)
        {
            return [];
        }

        return await Open(db)
            .Where(i => i.WorkspaceId == workspaceId)
            .OrderByDescending(i => i.CreatedAt)
            .Select(i => new OpenInvitation(
                i.Id,
                i.Role,
                i.Note,
                db.People.Where(p => p.Id == i.CreatedById).Select(p => p.Name).Single(),
                i.CreatedAt,
                i.ExpiresAt
            ))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends an invitation before it is used; for owners of its workspace.</summary>
    public Task<DirectoryResult> RevokeAsync(
        Actor actor,
        Guid invitationId,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("RevokeInvitation", invitationId),
            async db =>
            {
                var invitation = await Open(db).SingleOrDefaultAsync(i => i.Id == invitationId, cancellationToken);
                if (invitation is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                if (
                    await access.RefuseUnlessOwnerAsync(db, actor, invitation.WorkspaceId, cancellationToken) is
                    { } refusal
                )
                {
                    return refusal;
                }

                db.Invitations.Remove(invitation);
                return null;
            },
            cancellationToken
        );

    /// <summary>What an invitation leads to, for whoever has its secret; null when it cannot be used.</summary>
    public async Task<InvitationOffer?> FindAsync(string? token, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hash = LinkSecret.Hash(token);
        return await (
            from invitation in Open(db)
            where invitation.TokenHash == hash
            join workspace in db.Workspaces on invitation.WorkspaceId equals workspace.Id
            join inviter in db.People on invitation.CreatedById equals inviter.Id
            select new InvitationOffer(workspace.Id, workspace.Name, invitation.Role, inviter.Name)
        ).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Takes an existing account into the workspace.</summary>
    public Task<DirectoryResult> AcceptAsync(
        Actor actor,
        string? token,
        CancellationToken cancellationToken = default
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("AcceptInvitation", actor.PersonId),
            async db =>
                await db.Users.AnyAsync(u => u.Id == actor.PersonId && !u.IsDisabled, cancellationToken)
                    ? await ClaimAsync(db, token, actor.PersonId, cancellationToken)
                    : DirectoryRefusal.NotAllowed,
            cancellationToken
        );

    /// <summary>
    /// Uses an invitation up for a person inside the caller's unit of work: a new account is made together with it or
    /// not at all. The caller holds the write queue's turn; the use itself is guarded by a concurrency token as well.
    /// </summary>
    public async Task<DirectoryRefusal?> ClaimAsync(
        LiveBoardDbContext db,
        string? token,
        Guid personId,
        CancellationToken cancellationToken
    )
    {
        var hash = LinkSecret.Hash(token);
        var invitation = await Open(db).SingleOrDefaultAsync(i => i.TokenHash == hash, cancellationToken);
        if (invitation is null)
        {
            return DirectoryRefusal.InvitationInvalid;
        }

        if (
            await db.WorkspaceMembers.AnyAsync(
                m => m.WorkspaceId == invitation.WorkspaceId && m.PersonId == personId,
                cancellationToken
            )
        )
        {
            return DirectoryRefusal.AlreadyMember;
        }

        (invitation.UsedAt, invitation.UsedById) = (time.GetUtcNow().UtcDateTime, personId);
        db.WorkspaceMembers.Add(
            new WorkspaceMember
            {
                WorkspaceId = invitation.WorkspaceId,
                PersonId = personId,
                Role = invitation.Role,
            }
        );
        return null;
    }

    /// <summary>
    /// An invitation is worth as much as the right of whoever made it is now: an owner who is about to be put out must not
    /// keep a way back in.
    /// </summary>
    private IQueryable<Invitation> Open(LiveBoardDbContext db)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.Invitations.Where(i =>
            i.UsedAt == null
            && i.ExpiresAt > now
            && db.WorkspaceMembers.Any(m =>
                m.WorkspaceId == i.WorkspaceId && m.PersonId == i.CreatedById && m.Role == WorkspaceRole.Owner
            )
            && db.Users.Any(u => u.Id == i.CreatedById && !u.IsDisabled)
        );
    }
}

/// <summary>An invitation that waits to be used.</summary>
/// <param name="Id">Identity; of no use without the secret.</param>
/// <param name="Role">Role it gives.</param>
/// <param name="Note">For whom it was made.</param>
/// <param name="CreatedBy">Name of whoever made it.</param>
/// <param name="CreatedAt">When, UTC.</param>
/// <param name="ExpiresAt">When it stops working, UTC.</param>
public sealed record OpenInvitation(
    Guid Id,
    WorkspaceRole Role,
    string Note,
    string CreatedBy,
    DateTime CreatedAt,
    DateTime ExpiresAt
);

/// <summary>What an invitation leads to.</summary>
/// <param name="WorkspaceId">The workspace.</param>
/// <param name="WorkspaceName">Its name.</param>
/// <param name="Role">Role it gives.</param>
/// <param name="InvitedBy">Name of whoever made it.</param>
public sealed record InvitationOffer(Guid WorkspaceId, string WorkspaceName, WorkspaceRole Role, string InvitedBy);
