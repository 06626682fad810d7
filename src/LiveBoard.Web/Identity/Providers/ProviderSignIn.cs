using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Identity.Providers;

/// <summary>
/// What follows from the provider's word. An account is known by the provider's key, never by an e-mail address that
/// somebody merely claims: an address counts only when both the provider and we have checked it.
/// </summary>
internal sealed class ProviderSignIn(
    LiveBoardSignInManager signIn,
    UserManager<ApplicationUser> users,
    SignInSessions sessions,
    AuditLog audit,
    TimeProvider time
)
{
    /// <summary>Name of the parameter that makes the provider ask again.</summary>
    public const string AskAnew = "liveboard:ask-anew";

    /// <summary>Where to go on afterwards, under this name beside the provider's answer.</summary>
    private const string ReturnUrlItem = "liveboard:return-url";

    /// <summary>Which sign-in wants to be confirmed, under this name.</summary>
    private const string ConfirmItem = "liveboard:confirm";

    private static readonly TimeSpan Recently = TimeSpan.FromMinutes(5);

    /// <summary>What the provider is sent off with.</summary>
    /// <param name="context">Whose request.</param>
    /// <param name="returnUrl">Where to go on afterwards.</param>
    /// <param name="isConfirming">True to prove anew that one is who is signed in.</param>
    public static AuthenticationProperties Begin(HttpContext context, string? returnUrl, bool isConfirming)
    {
        var properties = new AuthenticationProperties { RedirectUri = "/signin/provider/done" };
        properties.Items[ReturnUrlItem] = LocalUrl.OrHome(returnUrl);
        if (isConfirming && SignInSessions.IdOf(context.User) is { } session)
        {
            properties.Items[ConfirmItem] = $"{session:N}";
            properties.SetParameter(AskAnew, true);
        }

        return properties;
    }

    /// <summary>The answer that has come, and where to go on; null when there is none or it is too old.</summary>
    public static async Task<ProviderAnswer?> ReadAsync(HttpContext context)
    {
        var external = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        return external.Succeeded && ProvidedPerson.From(external) is { } person
            ? new ProviderAnswer(
                person,
                LocalUrl.OrHome(external.Properties.Items.TryGetValue(ReturnUrlItem, out var url) ? url : null),
                external.Properties.Items.TryGetValue(ConfirmItem, out var session) ? session : null
            )
            : null;
    }

    public static Task ForgetAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.ExternalScheme);

    /// <summary>The account that belongs to the person; an account with the same checked address becomes theirs.</summary>
    public async Task<ApplicationUser?> FindAsync(ProvidedPerson person)
    {
        if (await users.FindByLoginAsync(ProviderExtensions.Scheme, person.Subject) is { } known)
        {
            return known;
        }

        if (
            person is not { Email: { } email, IsEmailVerified: true }
            || await users.FindByEmailAsync(email) is not { EmailConfirmed: true } same
            // Found as equal after normalising; two mailboxes may be equal so.
            || !string.Equals(same.Email, email, StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        await ConnectAsync(same, person);
        return same;
    }

    /// <summary>Signs in, or asks for the second step of the account first.</summary>
    public async Task<SignInOutcome> TryAsync(HttpContext context, ApplicationUser user, ProvidedPerson person)
    {
        if (!await signIn.CanSignInAsync(user))
        {
            await audit.NoteAsync(AuditKind.SignInRefused, actorId: null, user.Id, nameof(SignInWay.Provider));
            return SignInOutcome.Wrong;
        }

        if (user.TwoFactorEnabled)
        {
            await PendingSignIn.RememberAsync(context, user, isPersistent: false, isProvided: true);
            return SignInOutcome.SecondStep;
        }

        await signIn.BeginAsync(
            user,
            isPersistent: false,
            person.IsStrong ? SignInWay.ProviderWithMore : SignInWay.Provider
        );
        return SignInOutcome.Done;
    }

    /// <summary>Takes it as proof that whoever is signed in is the account's owner.</summary>
    /// <returns>False when it is about somebody else, another sign-in, or was not asked anew.</returns>
    public async Task<bool> ConfirmAsync(HttpContext context, ProviderAnswer answer)
    {
        var user = await users.FindByLoginAsync(ProviderExtensions.Scheme, answer.Person.Subject);
        if (
            user?.Id != context.User.GetActor().PersonId
            || answer.ConfirmedSession != $"{SignInSessions.IdOf(context.User):N}"
            || answer.Person.AskedAt is not { } askedAt
            || time.GetUtcNow() - askedAt > Recently
        )
        {
            return false;
        }

        await sessions.ConfirmAsync(context.User, answer.Person.IsStrong);
        return true;
    }

    /// <summary>From now on the person signs in to this account.</summary>
    /// <returns>False when they have another one.</returns>
    public async Task<bool> ConnectAsync(ApplicationUser user, ProvidedPerson person)
    {
        var login = new UserLoginInfo(ProviderExtensions.Scheme, person.Subject, person.Email);
        var isConnected = (await users.AddLoginAsync(user, login)).Succeeded;
        if (isConnected)
        {
            await audit.NoteAsync(AuditKind.ProviderConnected, user.Id);
        }

        return isConnected;
    }

    /// <summary>From now on the provider does not open this account, and every other sign-in of it ends.</summary>
    /// <returns>False when nothing else would open it, or it was not connected.</returns>
    public async Task<bool> DisconnectAsync(ApplicationUser user, string? subject)
    {
        var isOnlyWay = user.PasswordHash is null && (await users.GetPasskeysAsync(user)).Count == 0;
        var logins = await users.GetLoginsAsync(user);
        if (subject is null || isOnlyWay || logins.All(login => login.ProviderKey != subject))
        {
            return false;
        }

        await users.RemoveLoginAsync(user, ProviderExtensions.Scheme, subject);
        await audit.NoteAsync(AuditKind.ProviderDisconnected, user.Id);
        await signIn.BeginAloneAsync(user);
        return true;
    }
}

/// <summary>What came back from the provider.</summary>
/// <param name="Person">Whom it vouches for.</param>
/// <param name="ReturnUrl">Where to go on, on this site.</param>
/// <param name="ConfirmedSession">The sign-in that wanted to be confirmed; null when somebody wants to come in.</param>
internal sealed record ProviderAnswer(ProvidedPerson Person, string ReturnUrl, string? ConfirmedSession);
