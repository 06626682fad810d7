using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>
/// What administrators of the instance do to other people's accounts, and a person to their own for good. Never to one's
/// own account but to delete it; the instance keeps an administrator, and a workspace its last owner. Each is one
/// transaction together with its entry in the audit trail. Thread-safe; lives as long as the application.
/// </summary>
/// <remarks>
/// Whoever loses an account or a right loses it at once: the sign-ins' rows go in the same transaction, and a new
/// security stamp makes cookies useless and tells open pages (<see cref="Events.AccessChanged"/>).
/// </remarks>
public sealed class AccountAdministration(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    AuditLog audit,
    RefusalLog refusals,
    WriteQueue writes,
    TimeProvider time
)
{
    private readonly DirectoryWriter _writer = new(contexts, writes, refusals, time);

    /// <summary>Keeps an account out, or lets it in again. Its person's roles stay as they are.</summary>
    public Task<DirectoryResult> SetDisabledAsync(
        Actor actor,
        Guid accountId,
        bool isDisabled,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            accountId,
            nameof(SetDisabledAsync),
            async (db, user) =>
            {
                if (user.IsDisabled != isDisabled)
                {
                    user.IsDisabled = isDisabled;
                    await SignInRemoval.EndAllAsync(db, user, cancellationToken);
                    audit.Add(
                        db,
                        isDisabled ? AuditKind.AccountDisabled : AuditKind.AccountEnabled,
                        actor.PersonId,
                        accountId
                    );
                }

                return null;
            },
            cancellationToken
        );

    /// <summary>Makes somebody an administrator of the instance, or no longer one.</summary>
    public Task<DirectoryResult> SetAdministratorAsync(
        Actor actor,
        Guid accountId,
        bool isAdministrator,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            accountId,
            nameof(SetAdministratorAsync),
            (db, user) =>
            {
                if (user.IsAdministrator != isAdministrator)
                {
                    user.IsAdministrator = isAdministrator;
                    audit.Add(
                        db,
                        isAdministrator ? AuditKind.AdministratorGranted : AuditKind.AdministratorRevoked,
                        actor.PersonId,
                        accountId
                    );
                }

                return Task.FromResult<DirectoryRefusal?>(null);
            },
            cancellationToken
        );

    /// <summary>Ends every sign-in of an account.</summary>
    public Task<DirectoryResult> SignOutAsync(
        Actor actor,
        Guid accountId,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            accountId,
            nameof(SignOutAsync),
            async (db, user) =>
            {
                await SignInRemoval.EndAllAsync(db, user, cancellationToken);
                audit.Add(db, AuditKind.SignInsEnded, actor.PersonId, accountId);
                return null;
            },
            cancellationToken
        );

    /// <summary>
    /// Takes away what somebody has lost or that is in other hands: authenticator app, recovery codes, passkeys and
    /// connections to the identity provider. What is left is the password.
    /// </summary>
    public Task<DirectoryResult> TakeSecondStepAsync(
        Actor actor,
        Guid accountId,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            accountId,
            nameof(TakeSecondStepAsync),
            async (db, user) =>
            {
                (user.TotpSecret, user.TwoFactorEnabled) = (null, false);
                db.RecoveryCodes.RemoveRange(
                    await db.RecoveryCodes.Where(c => c.UserId == accountId).ToListAsync(cancellationToken)
                );
                await SignInRemoval.RemovePasskeysAsync(db, accountId, cancellationToken);
                await SignInRemoval.DisconnectProvidersAsync(db, accountId, cancellationToken);
                await SignInRemoval.EndAllAsync(db, user, cancellationToken);
                audit.Add(db, AuditKind.SecondStepOff, actor.PersonId, accountId);
                return null;
            },
            cancellationToken
        );

    /// <summary>Makes a link that sets a new password, to be handed over by the administrator. Earlier ones end.</summary>
    /// <returns>The secret for the link. It is not kept and cannot be shown again.</returns>
    public async Task<DirectoryResult<string>> CreateResetAsync(
        Actor actor,
        Guid accountId,
        CancellationToken cancellationToken = default
    )
    {
        var secret = LinkSecret.Create();
        var result = await ChangeAsync(
            actor,
            accountId,
            nameof(CreateResetAsync),
            async (db, user) =>
            {
                await PasswordResets.AddAsync(
                    db,
                    user.Id,
                    secret,
                    actor.PersonId,
                    time.GetUtcNow().UtcDateTime,
                    cancellationToken
                );
                audit.Add(db, AuditKind.ResetLinkMade, actor.PersonId, accountId);
                return null;
            },
            cancellationToken
        );
        return new DirectoryResult<string>(result.IsDone ? secret : null, result.Refusal);
    }

    /// <summary>Deletes somebody's account.</summary>
    public Task<DirectoryResult> DeleteAsync(
        Actor actor,
        Guid accountId,
        CancellationToken cancellationToken = default
    ) =>
        ChangeAsync(
            actor,
            accountId,
            nameof(DeleteAsync),
            (db, user) => RemoveAsync(db, actor, user, cancellationToken),
            cancellationToken
        );

    /// <summary>
    /// Deletes one's own account. Refused to the last administrator of the instance, and to the last owner of a workspace.
    /// What one did stays on the boards, without one's name.
    /// </summary>
    public Task<DirectoryResult> DeleteOwnAsync(Actor actor, CancellationToken cancellationToken = default) =>
        _writer.WriteAsync(
            actor,
            new AuditNote("DeleteAccount", actor.PersonId) { IsWrittenByTheChange = true },
            async db =>
            {
                var user = await db.Users.SingleOrDefaultAsync(
                    u => u.Id == actor.PersonId && !u.IsDisabled,
                    cancellationToken
                );
                return user is null ? DirectoryRefusal.NotFound : await RemoveAsync(db, actor, user, cancellationToken);
            },
            cancellationToken
        );

    private Task<DirectoryResult> ChangeAsync(
        Actor actor,
        Guid accountId,
        string what,
        Func<LiveBoardDbContext, ApplicationUser, Task<DirectoryRefusal?>> change,
        CancellationToken cancellationToken
    ) =>
        _writer.WriteAsync(
            actor,
            new AuditNote(what, accountId) { IsWrittenByTheChange = true },
            async db =>
            {
                if (!await access.IsAdministratorAsync(db, actor, cancellationToken))
                {
                    return DirectoryRefusal.NotAllowed;
                }

                if (accountId == actor.PersonId)
                {
                    return DirectoryRefusal.OwnAccount;
                }

                var user = await db.Users.SingleOrDefaultAsync(u => u.Id == accountId, cancellationToken);
                if (user is null)
                {
                    return DirectoryRefusal.NotFound;
                }

                // Whoever writes the account from an older reading must fail, or would undo this.
                user.ConcurrencyStamp = Guid.NewGuid().ToString();
                return await change(db, user);
            },
            cancellationToken
        );

    private async Task<DirectoryRefusal?> RemoveAsync(
        LiveBoardDbContext db,
        Actor actor,
        ApplicationUser user,
        CancellationToken cancellationToken
    )
    {
        var isLastAdministrator =
            user.IsAdministrator
            && !await db.Users.AnyAsync(u => u.Id != user.Id && u.IsAdministrator && !u.IsDisabled, cancellationToken);
        if (isLastAdministrator)
        {
            return DirectoryRefusal.LastAdministrator;
        }

        var isLastOwner = await db
            .WorkspaceMembers.Where(m => m.PersonId == user.Id && m.Role == WorkspaceRole.Owner)
            .AnyAsync(
                m =>
                    !db.WorkspaceMembers.Any(o =>
                        o.WorkspaceId == m.WorkspaceId && o.PersonId != user.Id && o.Role == WorkspaceRole.Owner
                    ),
                cancellationToken
            );
        if (isLastOwner)
        {
            return DirectoryRefusal.LastOwner;
        }

        await AccountRemoval.ForgetAsync(db, user, cancellationToken);
        audit.Add(db, AuditKind.AccountDeleted, actor.PersonId, user.Id);
        return null;
    }
}
