using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>
/// Sets the second step of an account up, checks it, and gives it up. Scoped: works on the request's own context, the
/// one that Identity saves, so that each of these is one transaction together with its entry in the audit trail.
/// </summary>
internal sealed class SecondStepService(
    UserManager<ApplicationUser> users,
    LiveBoardDbContext db,
    SecondStepSecrets secrets,
    AuditLog audit,
    TimeProvider time
)
{
    /// <summary>Turns it on once the app has shown that it has the secret.</summary>
    /// <returns>Recovery codes, to be shown once; null when the code is wrong or the offer too old.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(
        ApplicationUser user,
        string? offer,
        string? code,
        CancellationToken cancellationToken
    )
    {
        if (
            secrets.Accept(offer, user.Id) is not { } secret
            || AuthenticatorCode.StepOf(secret, code, time.GetUtcNow().UtcDateTime) is not { } step
        )
        {
            return null;
        }

        (user.TotpSecret, user.LastTotpStep, user.TwoFactorEnabled) = (secrets.Protect(secret), step, true);
        audit.Add(db, AuditKind.SecondStepOn, user.Id);
        return await SaveNewCodesAsync(user, cancellationToken);
    }

    /// <summary>New recovery codes in place of those that are left.</summary>
    public Task<IReadOnlyList<string>> RenewCodesAsync(ApplicationUser user, CancellationToken cancellationToken)
    {
        audit.Add(db, AuditKind.RecoveryCodesRenewed, user.Id);
        return SaveNewCodesAsync(user, cancellationToken);
    }

    /// <summary>Gives it up, with its recovery codes.</summary>
    public async Task TurnOffAsync(ApplicationUser user, CancellationToken cancellationToken)
    {
        (user.TotpSecret, user.TwoFactorEnabled) = (null, false);
        await RemoveCodesAsync(user, cancellationToken);
        audit.Add(db, AuditKind.SecondStepOff, user.Id);
        await SaveAsync(user);
    }

    public Task<int> CountCodesAsync(Guid userId, CancellationToken cancellationToken) =>
        db.RecoveryCodes.CountAsync(c => c.UserId == userId, cancellationToken);

    /// <summary>True for a code of the app that was not used before. A code is good once, of two at once too.</summary>
    public async Task<bool> UseCodeAsync(ApplicationUser user, string? code)
    {
        if (
            user.TotpSecret is null
            || AuthenticatorCode.StepOf(secrets.Unprotect(user.TotpSecret), code, time.GetUtcNow().UtcDateTime)
                is not { } step
            || step <= user.LastTotpStep
        )
        {
            return false;
        }

        user.LastTotpStep = step;
        // Fails when the row has changed since it was read.
        return (await users.UpdateAsync(user)).Succeeded;
    }

    /// <summary>True for a recovery code of this account; it is gone afterwards.</summary>
    public async Task<bool> UseRecoveryCodeAsync(
        ApplicationUser user,
        string? code,
        CancellationToken cancellationToken
    )
    {
        var hash = RecoveryCodes.Hash(code);
        var kept = await db.RecoveryCodes.SingleOrDefaultAsync(
            c => c.UserId == user.Id && c.CodeHash == hash,
            cancellationToken
        );
        if (kept is null)
        {
            return false;
        }

        db.RecoveryCodes.Remove(kept);
        audit.Add(db, AuditKind.RecoveryCodeUsed, user.Id);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else has just used it.
            return false;
        }
    }

    private async Task<IReadOnlyList<string>> SaveNewCodesAsync(
        ApplicationUser user,
        CancellationToken cancellationToken
    )
    {
        await RemoveCodesAsync(user, cancellationToken);
        List<string> codes = [.. Enumerable.Range(0, RecoveryCodes.Count).Select(_ => RecoveryCodes.Create())];
        db.RecoveryCodes.AddRange(
            codes.Select(code => new RecoveryCode
            {
                Id = Guid.NewGuid(),
                UserId = user.Id,
                CodeHash = RecoveryCodes.Hash(code),
            })
        );
        await SaveAsync(user);
        return codes;
    }

    private async Task RemoveCodesAsync(ApplicationUser user, CancellationToken cancellationToken) =>
        db.RecoveryCodes.RemoveRange(
            await db.RecoveryCodes.Where(c => c.UserId == user.Id).ToListAsync(cancellationToken)
        );

    /// <summary>Together with all that was added above; the new stamp makes every cookie of before useless.</summary>
    private async Task SaveAsync(ApplicationUser user)
    {
        var result = await users.UpdateSecurityStampAsync(user);
        if (!result.Succeeded)
        {
            throw new DbUpdateConcurrencyException("The account was changed by somebody else at the same moment.");
        }
    }
}
