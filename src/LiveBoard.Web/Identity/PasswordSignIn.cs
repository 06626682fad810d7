using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Identity;

/// <summary>Signs in by e-mail address and password. Gives the same answer in about the same time whether or not there is such an account.</summary>
internal sealed class PasswordSignIn(
    LiveBoardSignInManager signIn,
    UserManager<ApplicationUser> users,
    Throttle throttle,
    DecoyPassword decoy,
    AuditLog audit
)
{
    public async Task<SignInOutcome> TryAsync(HttpContext context, string? email, string? password, bool isPersistent)
    {
        if (email is not { Length: > 0 and <= EmailAddress.MaxLength })
        {
            return SignInOutcome.Wrong;
        }

        var (outcome, user) = await CheckAsync(context, email, password);
        if (user is null)
        {
            return outcome;
        }

        if (user.TwoFactorEnabled)
        {
            await PendingSignIn.RememberAsync(context, user, isPersistent);
            return SignInOutcome.SecondStep;
        }

        await signIn.BeginAsync(user, isPersistent, SignInWay.Password);
        return SignInOutcome.Done;
    }

    /// <summary>Asks for nothing but the password: of somebody who comes in, or who is in and confirms it.</summary>
    /// <returns>The account when it is right and may sign in.</returns>
    public async Task<(SignInOutcome Outcome, ApplicationUser? User)> CheckAsync(
        HttpContext context,
        string email,
        string? password
    )
    {
        if (password is not { Length: > 0 })
        {
            return (SignInOutcome.Wrong, null);
        }

        if (password.Length > PasswordRules.MaxLength)
        {
            // Hashing what can never be right would be work for nothing, at an attacker's wish.
            return (SignInOutcome.Malformed, null);
        }

        var source = RequestSource.Of(context);
        if (!throttle.MaySignIn(source, email))
        {
            return (SignInOutcome.TooMany, null);
        }

        using var turn = await throttle.EnterHashingAsync(context.RequestAborted);
        if (!turn.IsAcquired)
        {
            return (SignInOutcome.TooMany, null);
        }

        var user = await users.FindByNameAsync(email.Trim());
        var isRight = user is null ? decoy.Verify(password) : await users.CheckPasswordAsync(user, password);
        if (user is not null && isRight && await signIn.CanSignInAsync(user))
        {
            return (SignInOutcome.Done, user);
        }

        // What was typed is not written down: people type passwords into the other field.
        await audit.NoteAsync(AuditKind.SignInRefused, actorId: null, user?.Id, nameof(SignInWay.Password));
        return (SignInOutcome.Wrong, null);
    }
}

/// <summary>The outcomes of trying to sign in.</summary>
internal enum SignInOutcome
{
    Done,

    /// <summary>The password was right; the second step is asked for next.</summary>
    SecondStep,
    Wrong,
    Malformed,
    TooMany,
}
