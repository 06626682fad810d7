using System.Net.Mime;
using LiveBoard.Core.Access;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Files;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Identity.Guests;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LiveBoard.Web.Endpoints;

/// <summary>Attached files, in and out. What people sent comes back to be kept, never to be shown: only previews are ours.</summary>
internal static class FileEndpoints
{
    /// <summary>Where somebody without an account may ask for a file.</summary>
    public const string Prefix = "/files";

    /// <summary>The form around the file.</summary>
    private const long FormRoom = 64 * 1024;

    public static void MapFileEndpoints(this IEndpointRouteBuilder app)
    {
        var maxRequest = app.ServiceProvider.GetRequiredService<FileQuotas>().File + FormRoom;
        app.MapPost("/b/{BoardId:guid}/cards/{CardId:guid}/files", UploadAsync)
            .WithMetadata(new RequestSizeLimitAttribute(maxRequest))
            .RequireRateLimiting(UploadLimits.Policy);
        // Guests have no sign-in; who may have which file is asked of the file.
        var files = app.MapGroup(Prefix).AllowAnonymous().WithMetadata(new ClosedWithoutSecondStepAttribute());
        files.MapGet("/{AttachmentId:guid}", DownloadAsync);
        files.MapGet("/{AttachmentId:guid}/preview", PreviewAsync);
    }

    private static async Task<IResult> UploadAsync(
        HttpContext http,
        Guid boardId,
        Guid cardId,
        IAntiforgery antiforgery,
        FileUploads uploads,
        FileQuotas quotas
    )
    {
        // The token comes in a header: to look for it in the form would be to read the file.
        if (
            !http.Request.Headers.ContainsKey("RequestVerificationToken")
            || !await antiforgery.IsRequestValidAsync(http)
        )
        {
            return Results.BadRequest();
        }

        try
        {
            return AnswerTo(await uploads.TakeAsync(http, boardId, cardId));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return AnswerTo(quotas.TooLarge);
        }
        catch (InvalidDataException)
        {
            return AnswerTo(new Rejection(RejectionCode.ValueInvalid, "file"));
        }
    }

    private static IResult AnswerTo(Rejection? rejection) =>
        rejection?.Code switch
        {
            null => Results.Ok(),
            RejectionCode.BoardNotFound or RejectionCode.CardNotFound => Words(
                rejection,
                StatusCodes.Status404NotFound
            ),
            RejectionCode.NotAllowed => Words(rejection, StatusCodes.Status403Forbidden),
            RejectionCode.FileTooLarge => Words(rejection, StatusCodes.Status413PayloadTooLarge),
            RejectionCode.BoardFilesFull or RejectionCode.InstanceFilesFull => Words(
                rejection,
                StatusCodes.Status507InsufficientStorage
            ),
            _ => Words(rejection, StatusCodes.Status400BadRequest),
        };

    private static IResult Words(Rejection rejection, int status) =>
        Results.Text(RejectionWords.Of(rejection), MediaTypeNames.Text.Plain, statusCode: status);

    private static async Task<IResult> DownloadAsync(
        HttpContext http,
        Guid attachmentId,
        AttachmentReader reader,
        FileStore store
    )
    {
        if (await FindAsync(http, attachmentId, reader) is not { } file || !File.Exists(store.PathOf(file.FileId)))
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentDisposition = FileNames.KeepAs(file.Name);
        var type = file.MediaType.Length > 0 ? file.MediaType : MediaTypeNames.Application.Octet;
        return Send(http, store.PathOf(file.FileId), type, file.FileId);
    }

    private static async Task<IResult> PreviewAsync(
        HttpContext http,
        Guid attachmentId,
        AttachmentReader reader,
        FileStore store
    )
    {
        if (
            await FindAsync(http, attachmentId, reader) is not { IsPicture: true } file
            || !File.Exists(store.PreviewPathOf(file.FileId))
        )
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentDisposition = "inline";
        return Send(http, store.PreviewPathOf(file.FileId), MediaTypeNames.Image.Webp, file.FileId);
    }

    private static Task<AttachedFile?> FindAsync(HttpContext http, Guid attachmentId, AttachmentReader reader) =>
        reader.FindAsync(attachmentId, http.User.GetActor(), [.. http.User.GetGuestPasses()], http.RequestAborted);

    private static IResult Send(HttpContext http, string path, string type, Guid fileId)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A browser may keep it and asks each time whether it may still show it: rights are lost at once.
        headers.CacheControl = "private, no-cache";
        return Results.File(
            path,
            type,
            entityTag: new EntityTagHeaderValue($"\"{fileId:N}\""),
            enableRangeProcessing: true
        );
    }
}
