using LiveBoard.Core.Access.Metrics;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace LiveBoard.Web.Endpoints.Metrics;

/// <summary>Why a push was not taken, as RFC 9457 tells programs, with the place in the request.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What is wrong, in a sentence.</param>
/// <param name="Place">Where: <c>series.deploys[3].value</c>; empty for the request as a whole.</param>
internal sealed record MetricProblem(int Status, string Detail, string Place = "")
{
    private const string PlaceMember = "place";

    public static MetricProblem Of(MetricRefusal refusal) =>
        refusal.Code switch
        {
            MetricRefusalCode.TokenInvalid => new(StatusCodes.Status401Unauthorized, ApiTexts.TokenInvalid),
            MetricRefusalCode.TokenResting => new(StatusCodes.Status403Forbidden, ApiTexts.TokenResting),
            MetricRefusalCode.SeriesNotFound => new(
                StatusCodes.Status404NotFound,
                ApiTexts.SeriesNotFound,
                refusal.Place
            ),
            MetricRefusalCode.Busy => new(StatusCodes.Status503ServiceUnavailable, ApiTexts.Busy),
            MetricRefusalCode.NoPoints => Invalid(ApiTexts.NoPoints, refusal.Place),
            MetricRefusalCode.TooManyPoints => Invalid(
                ApiTexts.TooManyPoints.With(MetricRules.MaxPoints),
                refusal.Place
            ),
            MetricRefusalCode.ValueNotFinite => Invalid(ApiTexts.ValueInvalid, refusal.Place),
            MetricRefusalCode.TimeOutOfRange => Invalid(ApiTexts.TimeOutOfRange, refusal.Place),
            MetricRefusalCode.TimeRepeated => Invalid(ApiTexts.TimeRepeated, refusal.Place),
            _ => throw new InvalidOperationException($"What is {refusal.Code}?"),
        };

    /// <summary>The request was understood, and what stands there cannot be taken.</summary>
    public static MetricProblem Invalid(string detail, string place) =>
        new(StatusCodes.Status422UnprocessableEntity, detail, place);

    /// <summary>The answer, with the headers that belong to its status.</summary>
    public IResult ToResult(HttpContext http)
    {
        var headers = http.Response.Headers;
        switch (Status)
        {
            case StatusCodes.Status401Unauthorized:
                headers.WWWAuthenticate = "Bearer realm=\"LiveBoard\"";
                break;
            case StatusCodes.Status405MethodNotAllowed:
                headers.Allow = HttpMethods.Post;
                break;
            case StatusCodes.Status503ServiceUnavailable:
                headers.RetryAfter = "1";
                break;
            default:
                break;
        }

        var problem = new ProblemDetails { Status = Status, Detail = Detail };
        if (Status == StatusCodes.Status429TooManyRequests)
        {
            // The one status in use here that the framework has no type for.
            problem.Type = "https://tools.ietf.org/html/rfc6585#section-4";
        }

        if (Place.Length > 0)
        {
            problem.Extensions[PlaceMember] = Place;
        }

        return TypedResults.Problem(problem);
    }
}
