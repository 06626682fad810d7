using System.Security.Claims;
using LiveBoard.Core.Access;
using LiveBoard.Web.Endpoints;
using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace LiveBoard.Web.Identity.Guests;

/// <summary>
/// Remembers in a cookie of its own which links for guests a browser has opened. Read only where guests have something to
/// see; it names no account, and an account's cookie names no link.
/// </summary>
internal static class GuestCookie
{
    public const string Scheme = "LiveBoard.Guest";

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30);

    private const string LinkClaim = "liveboard:guest-link";

    /// <summary>A browser that collects more than this forgets the oldest.</summary>
    private const int MaxLinks = 20;

    /// <summary>Lets the browser in by this link, beside those that it has opened before.</summary>
    public static async Task EnterAsync(HttpContext context, GuestPass pass)
    {
        var known = await context.AuthenticateAsync(Scheme);
        var links = (known.Principal is null ? [] : LinksOf(known.Principal))
            .Where(link => link != pass.LinkId)
            .Append(pass.LinkId)
            .TakeLast(MaxLinks);
        var identity = new ClaimsIdentity(links.Select(link => new Claim(LinkClaim, $"{link:N}")), Scheme);
        await context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>The pass for this link; null when the browser has not opened it.</summary>
    public static GuestPass? GetGuestPass(this ClaimsPrincipal user, Guid linkId) =>
        LinksOf(user).Contains(linkId) ? new GuestPass(linkId) : null;

    /// <summary>The passes for all links that the browser has opened.</summary>
    public static IEnumerable<GuestPass> GetGuestPasses(this ClaimsPrincipal user) =>
        LinksOf(user).Select(link => new GuestPass(link));

    /// <summary>Reads the cookie for the pages of guests, their files and live connections, and nowhere else.</summary>
    public static void UseGuests(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    (
                        context.Request.Path.StartsWithSegments("/guest", StringComparison.OrdinalIgnoreCase)
                        || context.Request.Path.StartsWithSegments(
                            FileEndpoints.Prefix,
                            StringComparison.OrdinalIgnoreCase
                        )
                        || context.Request.Path.StartsWithSegments(
                            SocketOriginGuard.HubPath,
                            StringComparison.OrdinalIgnoreCase
                        )
                    ) && (await context.AuthenticateAsync(Scheme)).Principal?.Identity is ClaimsIdentity guest
                )
                {
                    // After the account's, if there is one: that stays the one that says who it is.
                    context.User.AddIdentity(guest);
                }

                await next(context);
            }
        );

    private static IEnumerable<Guid> LinksOf(ClaimsPrincipal user) =>
        user
            .Identities.Where(identity => identity.AuthenticationType == Scheme)
            .SelectMany(identity => identity.FindAll(LinkClaim))
            .Select(claim => Guid.TryParseExact(claim.Value, "N", out var id) ? id : Guid.Empty);
}
