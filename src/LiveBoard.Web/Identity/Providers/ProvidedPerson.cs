using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace LiveBoard.Web.Identity.Providers;

/// <summary>Whom the provider has just vouched for.</summary>
/// <param name="Subject">The provider's own key of the person; the only thing that is the same for ever.</param>
/// <param name="Email">What it has as the e-mail address; null for none.</param>
/// <param name="IsEmailVerified">True when it says that it has checked the address.</param>
/// <param name="Name">What it calls the person; null for nothing.</param>
/// <param name="IsStrong">True when it says that it asked for more than one thing (RFC 8176: mfa).</param>
/// <param name="AskedAt">When it last asked who it is; null when it does not say.</param>
internal sealed record ProvidedPerson(
    string Subject,
    string? Email,
    bool IsEmailVerified,
    string? Name,
    bool IsStrong,
    DateTimeOffset? AskedAt
)
{
    /// <summary>Null when the answer does not even say whom it is about.</summary>
    public static ProvidedPerson? From(AuthenticateResult external)
    {
        if (external.Principal?.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            return null;
        }

        var claims = external.Principal;
        var askedAt = long.TryParse(claims.FindFirstValue("auth_time"), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : (DateTimeOffset?)null;
        return new ProvidedPerson(
            subject,
            EmailAddress.Parse(claims.FindFirstValue("email")),
            string.Equals(claims.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase),
            claims.FindFirstValue("name"),
            claims.HasClaim("amr", "mfa"),
            askedAt
        );
    }
}
