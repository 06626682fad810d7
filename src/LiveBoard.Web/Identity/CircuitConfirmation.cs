using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LiveBoard.Web.Identity;

/// <summary>Asks whoever sits at an open page to prove who they are before what a stranger at a left screen must not do.</summary>
internal sealed class CircuitConfirmation(
    SignInSessions sessions,
    AuthenticationStateProvider authentication,
    NavigationManager navigation
)
{
    /// <summary>Leads to the page that asks, unless it was just done.</summary>
    /// <param name="returnUrl">Where to come back to.</param>
    /// <returns>True when there is nothing to ask.</returns>
    public async Task<bool> EnsureAsync(string returnUrl)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        if (await sessions.IsConfirmedLatelyAsync(state.User, CancellationToken.None))
        {
            return true;
        }

        navigation.NavigateTo(AccountUrls.With("/confirm", returnUrl), forceLoad: true);
        return false;
    }
}
