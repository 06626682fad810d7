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

    /// <summary>Boards that are brought over in one go; together they are as large as one file may be.</summary>
    private const int MaxFiles = 10;

    /// <summary>The form around the file.</summary>
    private const long MaxRequest = MaxFile + (64 * 1024);

    public static void MapImportEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/import/upload", UploadAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxRequest))
            .WithMetadata(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxRequest })
            .RequireRateLimiting(UploadLimits.Policy);

    private static async Task<IResult> UploadAsync(
        HttpContext http,
        IFormFileCollection files,
        TrelloReader reader,
        ImportDrafts drafts,
        UploadLimits limits,
        CancellationToken cancellationToken
    )
    {
        if (files.Count is 0 or > MaxFiles)
        {
            return Results.BadRequest();
        }

        using var turn = await limits.EnterImportAsync(cancellationToken);
        if (!turn.IsAcquired)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var options = new TrelloReaderOptions
        {
            MaxBytes = MaxFile,
            ColumnWithoutList = ImportTexts.ColumnWithoutList,
            UnknownPerson = ImportTexts.UnknownPerson,
        };
        var ids = new List<Guid>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var reading = await reader.ReadAsync(content, options, cancellationToken);
            ids.Add(drafts.Add(http.User.GetActor(), Path.GetFileName(file.FileName), reading));
        }

        return Results.LocalRedirect(ImportQueue.AddressOf(ids));
    }
}
