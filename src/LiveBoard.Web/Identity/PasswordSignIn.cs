using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Identity;

/// <summary>Signs in by e-mail address and password. Gives the same answer in about the same time whether or not there is such an account.</summary>
internal sealed class PasswordSignIn(
    LiveBoardSignInManager signIn,
    UserManager<ApplicationUser> users,
    Throttle throttle,
    DecoyPassword decoy
)
{
    public async Task<SignInOutcome> TryAsync(HttpContext context, string? email, string? password, bool isPersistent)
    {
        if (email is not { Length: > 0 and <= EmailAddress.MaxLength } || password is not { Length: > 0 })
        {
            return SignInOutcome.Wrong;
        }

        if (password.Length > PasswordRules.MaxLength)
        {
            // Hashing what can never be right would be work for nothing, at an attacker's wish.
            return SignInOutcome.Malformed;
        }

        if (!throttle.MaySignIn(RequestSource.Of(context), email))
        {
            return SignInOutcome.TooMany;
        }

        using var turn = await throttle.EnterHashingAsync(context.RequestAborted);
        if (!turn.IsAcquired)
        {
            return SignInOutcome.TooMany;
        }

        var user = await users.FindByNameAsync(email.Trim());
        var isRight = user is null ? decoy.Verify(password) : await users.CheckPasswordAsync(user, password);
        if (user is null || !isRight || !await signIn.CanSignInAsync(user))
        {
            return SignInOutcome.Wrong;
        }

        await signIn.BeginAsync(user, isPersistent);
        return SignInOutcome.Done;
    }
}

/// <summary>The outcomes of trying to sign in.</summary>
internal enum SignInOutcome
{
    Done,
    Wrong,
    Malformed,
    TooMany,
}

/// <summary>A password hash that belongs to nobody: what is checked when there is no such account, so that the answer takes as long.</summary>
internal sealed class DecoyPassword(IOptions<PasswordHasherOptions> options)
{
    private readonly PasswordHasher<ApplicationUser> _hasher = new(options);
    private readonly Lazy<string> _hash = new(() =>
        new PasswordHasher<ApplicationUser>(options).HashPassword(null!, Guid.NewGuid().ToString())
    );

    /// <summary>Always false.</summary>
    public bool Verify(string password)
    {
        _ = _hasher.VerifyHashedPassword(null!, _hash.Value, password);
        return false;
    }
}
