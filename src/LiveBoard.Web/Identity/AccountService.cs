using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Identity;

/// <summary>
/// Makes accounts, each together with its person, and changes passwords. Scoped: works on the request's own context,
/// the one that Identity saves, so that account, person, membership and the invitation's use are one transaction.
/// </summary>
internal sealed class AccountService(
    UserManager<ApplicationUser> users,
    LiveBoardDbContext db,
    WriteQueue writes,
    DirectoryService directory,
    InvitationService invitations,
    AuditLog audit,
    TimeProvider time
)
{
    /// <summary>Makes the first account, an administrator who owns the first workspace. Of several at once one wins.</summary>
    public async Task<AccountResult> SetUpAsync(
        NewAccount wish,
        string? workspaceName,
        Guid workspaceId,
        bool isRegistrationOpen,
        CancellationToken cancellationToken
    )
    {
        if (DirectoryRules.Line(workspaceName, Workspace.MaxNameLength) is not { } workspace)
        {
            return AccountRefusal.WorkspaceNameInvalid;
        }

        return await CreateAsync(
            wish,
            isAdministrator: true,
            async user =>
            {
                if (await db.Users.AnyAsync(cancellationToken))
                {
                    return AccountRefusal.SetupDone;
                }

                // The only row of its kind: a second set-up, even from another node, breaks on its key.
                db.InstanceSettings.Add(new InstanceSettings { IsRegistrationOpen = isRegistrationOpen });
                directory.AddWorkspace(db, workspaceId, workspace, user.Id);
                return null;
            },
            AccountRefusal.SetupDone,
            cancellationToken
        );
    }

    /// <summary>Makes an account while registration is open to everybody.</summary>
    public Task<AccountResult> RegisterAsync(NewAccount wish, CancellationToken cancellationToken) =>
        CreateAsync(
            wish,
            isAdministrator: false,
            async _ => await IsRegistrationOpenAsync(cancellationToken) ? null : AccountRefusal.RegistrationClosed,
            AccountRefusal.EmailTaken,
            cancellationToken
        );

    /// <summary>Makes an account for whoever has an invitation's secret, and a member of its workspace.</summary>
    public Task<AccountResult> RegisterInvitedAsync(
        NewAccount wish,
        string? token,
        CancellationToken cancellationToken
    ) =>
        CreateAsync(
            wish,
            isAdministrator: false,
            async user =>
                await invitations.ClaimAsync(db, token, user.Id, cancellationToken) is null
                    ? null
                    : AccountRefusal.InvitationInvalid,
            AccountRefusal.InvitationInvalid,
            cancellationToken
        );

    /// <summary>Makes an account without a password for whom the identity provider vouches, who has checked the address.</summary>
    /// <param name="wish">Name and address.</param>
    /// <param name="login">What opens the account.</param>
    /// <param name="isAllowed">True when the provider's people may come in with registration closed as well.</param>
    /// <param name="invitation">Secret of the invitation by which they come, which is used up; null for none.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    public Task<AccountResult> RegisterProvidedAsync(
        NewAccount wish,
        UserLoginInfo login,
        bool isAllowed,
        string? invitation,
        CancellationToken cancellationToken
    ) =>
        CreateAsync(
            wish,
            isAdministrator: false,
            async user =>
            {
                if (
                    invitation is null
                        ? !isAllowed && !await IsRegistrationOpenAsync(cancellationToken)
                        : await invitations.ClaimAsync(db, invitation, user.Id, cancellationToken) is not null
                )
                {
                    return invitation is null ? AccountRefusal.RegistrationClosed : AccountRefusal.InvitationInvalid;
                }

                user.EmailConfirmed = true;
                db.UserLogins.Add(
                    new IdentityUserLogin<Guid>
                    {
                        UserId = user.Id,
                        LoginProvider = login.LoginProvider,
                        ProviderKey = login.ProviderKey,
                        ProviderDisplayName = login.ProviderDisplayName,
                    }
                );
                return null;
            },
            AccountRefusal.EmailTaken,
            cancellationToken,
            isWithoutPassword: true
        );

    /// <summary>True while anybody may make an account.</summary>
    public Task<bool> IsRegistrationOpenAsync(CancellationToken cancellationToken) =>
        db.InstanceSettings.AnyAsync(s => s.IsRegistrationOpen, cancellationToken);

    /// <summary>
    /// Changes a password, or sets the first one of an account that had none, whose owner the caller has asked anew;
    /// every other sign-in of the account ends.
    /// </summary>
    public async Task<AccountRefusal?> ChangePasswordAsync(ApplicationUser user, string? current, string? wish)
    {
        if (PasswordRules.Check(wish, user.Email) is { } refusal)
        {
            return refusal;
        }

        if (user.PasswordHash is not null && current is not { Length: > 0 and <= PasswordRules.MaxLength })
        {
            return AccountRefusal.PasswordWrong;
        }

        await PasswordResets.RemoveAsync(db, user.Id, CancellationToken.None);
        var result = user.PasswordHash is null
            ? await users.AddPasswordAsync(user, wish!)
            : await users.ChangePasswordAsync(user, current!, wish!);
        if (!result.Succeeded)
        {
            return AccountRefusal.PasswordWrong;
        }

        await audit.NoteAsync(AuditKind.PasswordChanged, user.Id);
        return null;
    }

    private async Task<AccountResult> CreateAsync(
        NewAccount wish,
        bool isAdministrator,
        Func<ApplicationUser, Task<AccountRefusal?>> prepare,
        AccountRefusal lostRace,
        CancellationToken cancellationToken,
        bool isWithoutPassword = false
    )
    {
        if (DirectoryRules.Line(wish.Name, Person.MaxNameLength) is not { } name)
        {
            return AccountRefusal.NameInvalid;
        }

        if (EmailAddress.Parse(wish.Email) is not { } email)
        {
            return AccountRefusal.EmailInvalid;
        }

        if (!isWithoutPassword && PasswordRules.Check(wish.Password, name, email) is { } weak)
        {
            return weak;
        }

        using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
        var user = new ApplicationUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            IsAdministrator = isAdministrator,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        if (await prepare(user) is { } refusal)
        {
            return refusal;
        }

        audit.Add(db, AuditKind.AccountCreated, user.Id);
        db.People.Add(
            new Person
            {
                Id = user.Id,
                Name = name,
                Color = await db.Users.CountAsync(cancellationToken) % Person.ColorCount + 1,
            }
        );
        try
        {
            // Saves everything that has been added above in one transaction, or nothing.
            var result = isWithoutPassword
                ? await users.CreateAsync(user)
                : await users.CreateAsync(user, wish.Password!);
            return result.Succeeded ? user : AccountRefusal.EmailTaken;
        }
        catch (DbUpdateException)
        {
            return lostRace;
        }
    }
}

/// <summary>What somebody who wants an account typed in.</summary>
internal sealed record NewAccount(string? Name, string? Email, string? Password);
