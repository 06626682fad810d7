using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LiveBoard.Web.Endpoints;

/// <summary>The file in a form as it comes in. The framework's own forms are read to their end before one may look at them.</summary>
/// <param name="Name">What the browser calls it; may be anything.</param>
/// <param name="Content">The rest of the request up to the file's end; to be read once.</param>
internal sealed record MultipartFile(string? Name, Stream Content)
{
    /// <summary>A form of ours has the file alone; a few other fields do no harm.</summary>
    private const int MaxParts = 4;

    /// <returns>The first file; null when the request is no form, or one without a file.</returns>
    public static async Task<MultipartFile?> FindAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 70 } boundary
        )
        {
            return null;
        }

        var parts = new MultipartReader(boundary.ToString(), request.Body);
        for (var i = 0; i < MaxParts && await parts.ReadNextSectionAsync(cancellationToken) is { } part; i++)
        {
            if (
                ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var about)
                && about.IsFileDisposition()
            )
            {
                var name = about.FileNameStar.HasValue ? about.FileNameStar : about.FileName;
                return new MultipartFile(HeaderUtilities.RemoveQuotes(name).ToString(), part.Body);
            }
        }

        return null;
    }
}
