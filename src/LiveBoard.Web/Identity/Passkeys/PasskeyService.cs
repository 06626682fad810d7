using System.Buffers.Text;
using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Identity.Passkeys;

/// <summary>
/// Signs in by passkey, and keeps the passkeys of an account (W3C Web Authentication; checked by ASP.NET Core Identity).
/// Scoped, as Identity is.
/// </summary>
internal sealed class PasskeyService(
    LiveBoardSignInManager signIn,
    UserManager<ApplicationUser> users,
    Throttle throttle,
    AuditLog audit
)
{
    /// <summary>Passkeys of one account; more would be somebody's mistake.</summary>
    public const int MaxCount = 20;

    /// <summary>Longest name of a passkey, in UTF-16 units.</summary>
    public const int MaxNameLength = 60;

    /// <summary>Signs in as whose passkey it is.</summary>
    public async Task<SignInOutcome> TryAsync(HttpContext context, string? credential, bool isPersistent)
    {
        var (outcome, user) = await CheckAsync(context, credential);
        if (user is not null)
        {
            await signIn.BeginAsync(user, isPersistent, SignInWay.Passkey);
        }

        return outcome;
    }

    /// <summary>Asks for nothing but the passkey: of somebody who comes in, or who is in and confirms it.</summary>
    /// <returns>The account when it is right and may sign in.</returns>
    public async Task<(SignInOutcome Outcome, ApplicationUser? User)> CheckAsync(
        HttpContext context,
        string? credential
    )
    {
        var source = RequestSource.Of(context);
        if (!throttle.MaySignIn(source, nameof(SignInWay.Passkey)))
        {
            return (SignInOutcome.TooMany, null);
        }

        var result = await PerformAsync(credential, signIn.PerformPasskeyAssertionAsync);
        if (result is { Succeeded: true } && await signIn.CanSignInAsync(result.User))
        {
            // It counts its uses: a copy would be behind.
            await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
            return (SignInOutcome.Done, result.User);
        }

        await audit.NoteAsync(AuditKind.SignInRefused, actorId: null, result?.User?.Id, nameof(SignInWay.Passkey));
        return (SignInOutcome.Wrong, null);
    }

    /// <summary>Adds one to the account.</summary>
    /// <returns>False when it is not one, or there are too many.</returns>
    public async Task<bool> AddAsync(ApplicationUser user, string? credential, string name)
    {
        if ((await users.GetPasskeysAsync(user)).Count >= MaxCount)
        {
            return false;
        }

        var result = await PerformAsync(credential, signIn.PerformPasskeyAttestationAsync);
        if (result is not { Succeeded: true } || result.UserEntity.Id != user.Id.ToString())
        {
            return false;
        }

        result.Passkey.Name = name;
        var added = await users.AddOrUpdatePasskeyAsync(user, result.Passkey);
        if (added.Succeeded)
        {
            await audit.NoteAsync(AuditKind.PasskeyAdded, user.Id, details: name);
        }

        return added.Succeeded;
    }

    /// <summary>Takes one from the account, and ends every sign-in but this one: it may be in other hands.</summary>
    /// <returns>False when the account has no such passkey.</returns>
    public async Task<bool> RemoveAsync(ApplicationUser user, string? id)
    {
        if (
            id is null
            || !Base64Url.IsValid(id)
            || await users.GetPasskeyAsync(user, Base64Url.DecodeFromChars(id)) is not { } passkey
        )
        {
            return false;
        }

        await users.RemovePasskeyAsync(user, passkey.CredentialId);
        await users.UpdateSecurityStampAsync(user);
        await audit.NoteAsync(AuditKind.PasskeyRemoved, user.Id, details: passkey.Name ?? "");
        await signIn.BeginAloneAsync(user);
        return true;
    }

    /// <summary>The framework throws when the challenge is missing or over, which happens to people who wait too long.</summary>
    private static async Task<T?> PerformAsync<T>(string? credential, Func<string, Task<T>> perform)
        where T : class
    {
        if (string.IsNullOrEmpty(credential))
        {
            return null;
        }

        try
        {
            return await perform(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
