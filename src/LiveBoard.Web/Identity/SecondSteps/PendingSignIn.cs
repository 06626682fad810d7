using System.Security.Claims;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>
/// Remembers in a short-lived cookie of its own that the password was right, until the second step is done. The cookie
/// signs nobody in: no page reads its scheme, and a new password makes it useless.
/// </summary>
internal sealed class PendingSignIn(UserManager<ApplicationUser> users)
{
    public const string Scheme = "LiveBoard.Pending";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private const string StampClaim = "liveboard:pending-stamp";
    private const string PersistentItem = "liveboard:is-persistent";

    public static Task RememberAsync(HttpContext context, ApplicationUser user, bool isPersistent)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(StampClaim, user.SecurityStamp!));
        // The cookie goes with the browser's window; whether the sign-in is kept is decided when it begins.
        var properties = new AuthenticationProperties();
        properties.Items[PersistentItem] = isPersistent.ToString();
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Whose password was right, and whether the sign-in shall be kept; null when there is none or it took too long.</summary>
    public async Task<(ApplicationUser User, bool IsPersistent)?> FindAsync(HttpContext context)
    {
        var pending = await context.AuthenticateAsync(Scheme);
        if (
            pending.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            || await users.FindByIdAsync(id) is not { } user
            || user.SecurityStamp != pending.Principal.FindFirstValue(StampClaim)
        )
        {
            return null;
        }

        return (user, pending.Properties?.Items[PersistentItem] == bool.TrueString);
    }

    public static Task ForgetAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
