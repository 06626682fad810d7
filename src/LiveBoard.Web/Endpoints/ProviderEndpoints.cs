using LiveBoard.Web.Components.Account;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Providers;

namespace LiveBoard.Web.Endpoints;

/// <summary>The way to the identity provider and back.</summary>
internal static class ProviderEndpoints
{
    public static void MapProviderEndpoints(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<ProviderSettings>().IsSet)
        {
            app.MapGet("/signin/provider", Go).AllowAnonymous();
            app.MapGet("/signin/provider/done", ComeBackAsync).AllowAnonymous();
        }
    }

    /// <summary>A plain link may lead here: it changes nothing, and what comes back is asked about before it does.</summary>
    private static IResult Go(HttpContext http, string? returnUrl, bool confirm = false) =>
        Results.Challenge(ProviderSignIn.Begin(http, returnUrl, confirm), [ProviderExtensions.Scheme]);

    private static async Task<IResult> ComeBackAsync(HttpContext http, ProviderSignIn provider)
    {
        if (await ProviderSignIn.ReadAsync(http) is not { } answer)
        {
            return Results.LocalRedirect("/signin?provider=failed");
        }

        if (answer.ConfirmedSession is not null)
        {
            await ProviderSignIn.ForgetAsync(http);
            return Results.LocalRedirect(
                await provider.ConfirmAsync(http, answer)
                    ? answer.ReturnUrl
                    : AccountUrls.With(ConfirmPage.Address, answer.ReturnUrl)
            );
        }

        if (http.User.Identity is { IsAuthenticated: true })
        {
            // Nobody is made somebody else by coming back: whoever is signed in is asked whether to connect.
            return Results.LocalRedirect(ProviderPage.Address);
        }

        if (await provider.FindAsync(answer.Person) is not { } user)
        {
            return Results.LocalRedirect(ProviderPage.Address);
        }

        await ProviderSignIn.ForgetAsync(http);
        return Results.LocalRedirect(
            await provider.TryAsync(http, user, answer.Person) switch
            {
                SignInOutcome.Done => answer.ReturnUrl,
                SignInOutcome.SecondStep => AccountUrls.With(SecondStepSignInPage.Address, answer.ReturnUrl),
                _ => "/signin?provider=failed",
            }
        );
    }
}
