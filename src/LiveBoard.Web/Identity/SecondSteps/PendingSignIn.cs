using System.Security.Claims;
using LiveBoard.Core.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>
/// Remembers in a short-lived cookie of its own that the password was right, or the provider vouched, until the second step is done. The cookie
/// signs nobody in: no page reads its scheme, and a new password makes it useless.
/// </summary>
internal sealed class PendingSignIn(UserManager<ApplicationUser> users)
{
    public const string Scheme = "LiveBoard.Pending";

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private const string StampClaim = "liveboard:pending-stamp";
    private const string ProvidedItem = "liveboard:is-provided";
    private const string PersistentItem = "liveboard:is-persistent";

    public static Task RememberAsync(
        HttpContext context,
        ApplicationUser user,
        bool isPersistent,
        bool isProvided = false
    )
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
        identity.AddClaim(new Claim(StampClaim, user.SecurityStamp!));
        // The cookie goes with the browser's window; whether the sign-in is kept is decided when it begins.
        var properties = new AuthenticationProperties();
        properties.Items[PersistentItem] = isPersistent.ToString();
        properties.Items[ProvidedItem] = isProvided.ToString();
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity), properties);
    }

    /// <summary>Who waits for the second step; null when nobody does or it took too long.</summary>
    public async Task<Waiting?> FindAsync(HttpContext context)
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

        var items = pending.Properties!.Items;
        return new Waiting(user, items[PersistentItem] == bool.TrueString, items[ProvidedItem] == bool.TrueString);
    }

    public static Task ForgetAsync(HttpContext context) => context.SignOutAsync(Scheme);
}

/// <summary>Somebody who has come half of the way.</summary>
/// <param name="User">Whose account.</param>
/// <param name="IsPersistent">True when the sign-in shall be kept on the device.</param>
/// <param name="IsProvided">True when the identity provider vouched; false when the password was right.</param>
internal sealed record Waiting(ApplicationUser User, bool IsPersistent, bool IsProvided);
