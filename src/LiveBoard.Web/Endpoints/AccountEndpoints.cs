using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;

namespace LiveBoard.Web.Endpoints;

/// <summary>The part of accounts that is no page: signing out.</summary>
internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/signout", SignOutAsync).AllowAnonymous();

    private static async Task<IResult> SignOutAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        LiveBoardSignInManager signIn
    )
    {
        // An endpoint that binds no form is not checked by the middleware.
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        await signIn.SignOutAsync();
        return Results.LocalRedirect("/signin");
    }
}
