using System.Net;
using System.Security.Claims;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Identity;

/// <summary>
/// Signs in, but never a disabled account, and never again one that was disabled since. Each sign-in has its own row in
/// <see cref="SignInSessions"/>.
/// </summary>
internal sealed class LiveBoardSignInManager(
    UserManager<ApplicationUser> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<ApplicationUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<ApplicationUser>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<ApplicationUser> confirmation,
    SignInSessions sessions
) : SignInManager<ApplicationUser>(users, http, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(ApplicationUser user) =>
        !user.IsDisabled && await base.CanSignInAsync(user);

    public override async Task<ApplicationUser?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { IsDisabled: false } user ? user : null;

    /// <summary>Begins a sign-in under a new cookie; the one that the request came with, if any, ends.</summary>
    public async Task BeginAsync(ApplicationUser user, bool isPersistent, bool isStrong = false)
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

    /// <summary>Begins anew in place of every sign-in that the account has, this one too; kept on the device as this one was.</summary>
    public async Task BeginAloneAsync(ApplicationUser user)
    {
        var current = await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var own = SignInSessions.IdOf(Context.User);
        var isStrong = false;
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
        await sessions.EndAsync(Context.User);
        await base.SignOutAsync();
    }
}
