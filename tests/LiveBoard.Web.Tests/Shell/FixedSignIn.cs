using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace LiveBoard.Web.Tests.Shell;

/// <summary>Says that this is who looks at the page.</summary>
internal sealed class FixedSignIn(ClaimsPrincipal user) : AuthenticationStateProvider
{
    public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
        Task.FromResult(new AuthenticationState(user));
}
