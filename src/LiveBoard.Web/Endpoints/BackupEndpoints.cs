using System.Net.Mime;
using LiveBoard.Core.Access;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Components.Account;
using LiveBoard.Web.Components.Pages.Administration;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace LiveBoard.Web.Endpoints;

/// <summary>Backups, out and in, for administrators who have just proved who they are.</summary>
internal static class BackupEndpoints
{
    /// <summary>The form around the file.</summary>
    private const long FormRoom = 64 * 1024;

    public static void MapBackupEndpoints(this IEndpointRouteBuilder app)
    {
        var settings = app.ServiceProvider.GetRequiredService<BackupSettings>();
        var maxRequest = ((long)settings.MaxUploadMegabytes << 20) + FormRoom;
        app.MapPost("/admin/system/backups/{Backup}", HandOutAsync);
        app.MapPost("/admin/system/backups", TakeAsync)
            .WithMetadata(new RequestSizeLimitAttribute(maxRequest))
            .WithMetadata(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = maxRequest })
            .RequireRateLimiting(UploadLimits.Policy);
    }

    private static async Task<IResult> HandOutAsync(
        HttpContext http,
        string backup,
        IAntiforgery antiforgery,
        BoardDirectory directory,
        BackupDesk desk,
        SignInSessions sessions
    )
    {
        if (await RefuseAsync(http, directory, sessions) is { } refused)
        {
            return refused;
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        return await desk.OpenAsync(http.User.GetActor(), backup) is { } path
            ? Results.File(path, MediaTypeNames.Application.Zip, Path.GetFileName(path))
            : Results.NotFound();
    }

    private static async Task<IResult> TakeAsync(
        HttpContext http,
        IAntiforgery antiforgery,
        BoardDirectory directory,
        BackupDesk desk,
        BackupService backups,
        SignInSessions sessions
    )
    {
        // Before the form is looked at, which is to read the file.
        if (await RefuseAsync(http, directory, sessions) is { } refused)
        {
            return refused;
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        if (http.Request.Form.Files is not [var file])
        {
            return Results.BadRequest();
        }

        try
        {
            await using var content = file.OpenReadStream();
            await desk.TakeAsync(http.User.GetActor(), content, http.RequestAborted);
        }
        catch (BackupException failure)
        {
            // The page that comes next says so.
            backups.NoteFailure(failure);
            backups.Tell();
        }

        return Results.LocalRedirect(SystemPage.Address);
    }

    private static async Task<IResult?> RefuseAsync(HttpContext http, BoardDirectory directory, SignInSessions sessions)
    {
        if (await directory.ReadInstanceAsync(http.User.GetActor(), http.RequestAborted) is null)
        {
            return Results.Text(
                WorkspaceTexts.AdminMissingTitle,
                MediaTypeNames.Text.Plain,
                statusCode: StatusCodes.Status403Forbidden
            );
        }

        return await sessions.IsConfirmedLatelyAsync(http.User, http.RequestAborted)
            ? null
            : Results.LocalRedirect(AccountUrls.With(ConfirmPage.Address, SystemPage.Address));
    }
}
