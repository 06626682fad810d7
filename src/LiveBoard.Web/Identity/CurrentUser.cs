using System.Security.Claims;
using LiveBoard.Core.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Identity;

/// <summary>Who is at the other end of this circuit or static page. Endpoints ask <c>HttpContext.User.GetActor()</c> instead.</summary>
internal sealed class CurrentUser(AuthenticationStateProvider authentication)
{
    /// <summary>The person signed in; with nobody signed in, an actor who may do nothing.</summary>
    public async Task<Actor> GetActorAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return state.User.GetActor();
    }
}

/// <summary>Reads the actor from a sign-in.</summary>
internal static class ClaimsPrincipalExtensions
{
    /// <summary>
    /// The person signed in; with nobody signed in, an actor who may do nothing. What a guest, the provider's answer or a
    /// sign-in that waits for its second step carries is no actor.
    /// </summary>
    public static Actor GetActor(this ClaimsPrincipal user) =>
        user.Identity is ClaimsIdentity { IsAuthenticated: true } own
        && own.AuthenticationType == IdentityConstants.ApplicationScheme
        && Guid.TryParse(own.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var id)
            ? new Actor(id)
            : default;
}
