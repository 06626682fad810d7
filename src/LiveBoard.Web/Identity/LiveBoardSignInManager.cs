using System.Net;
using System.Security.Claims;
using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Identity;

/// <summary>
/// Signs in, but never a disabled account, and never again one that was disabled since. Each sign-in has its own row in
/// <see cref="SignInSessions"/>, and leaves an entry in the audit trail.
/// </summary>
internal sealed class LiveBoardSignInManager(
    UserManager<ApplicationUser> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<ApplicationUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<ApplicationUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<ApplicationUser> confirmation,
    SignInSessions sessions,
    AuditLog audit
) : SignInManager<ApplicationUser>(users, http, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(ApplicationUser user) =>
        !user.IsDisabled && await base.CanSignInAsync(user);

    public override async Task<ApplicationUser?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { IsDisabled: false } user ? user : null;

    /// <summary>Begins a sign-in under a new cookie; the one that the request came with, if any, ends.</summary>
    public async Task BeginAsync(ApplicationUser user, bool isPersistent, SignInWay way)
    {
        await BeginAsync(user, isPersistent, way.IsStrong());
        await audit.NoteAsync(AuditKind.SignedIn, user.Id, details: $"{way}");
    }

    /// <summary>Begins anew in place of every sign-in that the account has, this one too; kept on the device as this one was.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="isStrong">True when it has just become so; otherwise it stays what it was.</param>
    public async Task BeginAloneAsync(ApplicationUser user, bool isStrong = false)
    {
        var current = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var own = SignInSessions.IdOf(Context.User);
        await sessions.EndAsync(
            user.Id,
            session =>
            {
                isStrong |= session.Id == own && session.IsStrong;
                return true;
            }
        );
        await BeginAsync(user, current.Properties?.IsPersistent ?? false, isStrong);
    }

    public override async Task SignOutAsync()
    {
        if (await sessions.EndAsync(Context.User))
        {
            var actor = Context.User.GetActor().PersonId;
            await audit.NoteAsync(AuditKind.SignedOut, actor);
        }

        // The base also forgets what the provider said, and the challenge of a passkey.
        await base.SignOutAsync();
        await PendingSignIn.ForgetAsync(Context);
    }

    private async Task BeginAsync(ApplicationUser user, bool isPersistent, bool isStrong)
    {
        await sessions.EndAsync(Context.User);
        var claim = await sessions.BeginAsync(
            user.Id,
            isStrong,
            Context.Connection.RemoteIpAddress ?? IPAddress.Loopback,
            Context.Request.Headers.UserAgent
        );
        await SignInWithClaimsAsync(user, isPersistent, [claim]);
    }
}
