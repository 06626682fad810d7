using LiveBoard.Core.Exchange.Trello;
using LiveBoard.Web.Components.Import;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace LiveBoard.Web.Endpoints;

/// <summary>Files come by HTTP and not over the circuit, whose messages are small.</summary>
internal static class ImportEndpoints
{
    private const long MaxFile = 50 * 1024 * 1024;

    /// <summary>The form around the file.</summary>
    private const long MaxRequest = MaxFile + (64 * 1024);

    public static void MapImportEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/import/upload", UploadAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequest))
            .WithMetadata(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxRequest })
            .RequireRateLimiting(UploadLimits.Policy);

    private static async Task<IResult> UploadAsync(
        HttpContext http,
        IFormFile file,
        TrelloReader reader,
        ImportDrafts drafts,
        UploadLimits limits,
        CancellationToken cancellationToken
    )
    {
        using var turn = await limits.EnterImportAsync(cancellationToken);
        if (!turn.IsAcquired)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        await using var content = file.OpenReadStream();
        var options = new TrelloReaderOptions
        {
            MaxBytes = MaxFile,
            ColumnWithoutList = ImportTexts.ColumnWithoutList,
            UnknownPerson = ImportTexts.UnknownPerson,
        };
        var reading = await reader.ReadAsync(content, options, cancellationToken);
        var id = drafts.Add(http.User.GetActor(), Path.GetFileName(file.FileName), reading);
        return Results.LocalRedirect($"/import/{id}");
    }
}
