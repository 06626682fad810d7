using LiveBoard.Core.Data;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Endpoints;

/// <summary>What the browser must know before it asks for a passkey or makes one. The answer goes by the pages' own forms.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeyEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost("/passkeys/request-options", RequestAsync).AllowAnonymous();
        app.MapPost("/passkeys/creation-options", CreateAsync).WithMetadata(new OpenWithoutSecondStepAttribute());
    }

    /// <summary>The same for everybody: asked for no name, it tells of none.</summary>
    private static async Task<IResult> RequestAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        LiveBoardSignInManager signIn
    ) =>
        await antiforgery.IsRequestValidAsync(http)
            ? Results.Text(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
            : Results.BadRequest();

    private static async Task<IResult> CreateAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        LiveBoardSignInManager signIn,
        SignInSessions sessions,
        SecondStepDuty duty,
        UserManager<ApplicationUser> users,
        LiveBoardDbContext db
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        if (
            !await sessions.IsConfirmedLatelyAsync(http.User, http.RequestAborted)
            || await duty.IsOwedByPasskeyAsync(http.User, http.RequestAborted)
            || await users.GetUserAsync(http.User) is not { } user
        )
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var name = await db.People.Where(p => p.Id == user.Id).Select(p => p.Name).SingleAsync(http.RequestAborted);
        var whose = new PasskeyUserEntity
        {
            Id = user.Id.ToString(),
            Name = user.Email!,
            DisplayName = name,
        };
        return Results.Text(await signIn.MakePasskeyCreationOptionsAsync(whose), "application/json");
    }
}
