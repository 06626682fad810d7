using System.Net.Http.Headers;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Endpoints.Metrics;

/// <summary>
/// Lets a push in: who may, how often, in what form, how large, and only then what is in it. Whoever is nobody learns
/// nothing but that. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class MetricDoor(MetricIntake intake, PushLimits limits)
{
    /// <summary>1 MB, which holds more points than are taken at once.</summary>
    public const int MaxBody = 1024 * 1024;

    private const string Scheme = "Bearer";

    public async Task<IResult> TakeAsync(
        HttpContext http,
        Func<MetricJson, ReadOnlyMemory<byte>, IReadOnlyList<MetricPush>?> read
    )
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return Answer(http, StatusCodes.Status405MethodNotAllowed, ApiTexts.PostOnly);
        }

        if (!limits.MayAsk(RequestSource.Of(http)))
        {
            return Answer(http, StatusCodes.Status429TooManyRequests, ApiTexts.TooManySource);
        }

        if (SecretOf(http.Request) is not { } secret)
        {
            return Answer(http, StatusCodes.Status401Unauthorized, ApiTexts.TokenMissing);
        }

        return await intake.FindAsync(secret, http.RequestAborted) switch
        {
            null => Answer(http, StatusCodes.Status401Unauthorized, ApiTexts.TokenInvalid),
            { IsResting: true } => Answer(http, StatusCodes.Status403Forbidden, ApiTexts.TokenResting),
            var pass when !limits.MayPush(pass.TokenId) => Answer(
                http,
                StatusCodes.Status429TooManyRequests,
                ApiTexts.TooManyToken
            ),
            var pass => await TakeAsync(http, pass, read),
        };
    }

    private async Task<IResult> TakeAsync(
        HttpContext http,
        ApiPass pass,
        Func<MetricJson, ReadOnlyMemory<byte>, IReadOnlyList<MetricPush>?> read
    )
    {
        if (!IsJson(http.Request))
        {
            return Answer(http, StatusCodes.Status415UnsupportedMediaType, ApiTexts.JsonOnly);
        }

        byte[]? body;
        try
        {
            body = await ReadBodyAsync(http.Request, http.RequestAborted);
        }
        catch (BadHttpRequestException broken)
        {
            return Answer(http, broken.StatusCode, ApiTexts.BodyBroken);
        }

        if (body is null)
        {
            return Answer(http, StatusCodes.Status413PayloadTooLarge, ApiTexts.BodyTooLarge);
        }

        var json = new MetricJson();
        if (read(json, body) is not { } pushes)
        {
            return json.Problem!.ToResult(http);
        }

        var receipt = await intake.TakeAsync(pass, pushes, http.RequestAborted);
        return receipt.Refusal is { } refusal
            ? MetricProblem.Of(refusal).ToResult(http)
            : TypedResults.Ok(new PushAnswer(receipt.Stored, receipt.Unchanged));
    }

    private static IResult Answer(HttpContext http, int status, string detail) =>
        new MetricProblem(status, detail).ToResult(http);

    /// <summary>From the header only: what a browser sends by itself, a cookie, must not count.</summary>
    private static string? SecretOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && AuthenticationHeaderValue.TryParse(header, out var value)
        && string.Equals(value.Scheme, Scheme, StringComparison.OrdinalIgnoreCase)
        && value.Parameter is { } secret
        && secret.StartsWith(ApiTokenService.Prefix, StringComparison.Ordinal)
            ? secret
            : null;

    /// <summary>JSON in UTF-8, as it is: what is compressed could be much more than it seems.</summary>
    private static bool IsJson(HttpRequest request) =>
        request.Headers.ContentEncoding.Count == 0
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (
            type.CharSet is not { } charset
            || string.Equals(charset.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Null when it is too large, whatever length it says it has.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBody)
        {
            return null;
        }

        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        int length;
        while ((length = await request.Body.ReadAsync(part, cancellationToken)) > 0)
        {
            if (body.Length + length > MaxBody)
            {
                return null;
            }

            body.Write(part, 0, length);
        }

        return body.ToArray();
    }
}

/// <summary>What a program is told of its push.</summary>
/// <param name="Stored">Points that are new or have another value.</param>
/// <param name="Unchanged">Points that were there with the same value.</param>
internal sealed record PushAnswer(int Stored, int Unchanged);
