namespace LiveBoard.Web.Endpoints.Metrics;

/// <summary>
/// Where programs push numbers to. They come with a token and never with a sign-in: nobody's cookie counts here, so no
/// page of somebody else's can push in their name.
/// </summary>
internal static class MetricEndpoints
{
    private const string Address = "/api/v1/metrics";

    public static void MapMetricEndpoints(this IEndpointRouteBuilder app)
    {
        // Other methods than POST come here too, so that their answer is one for programs and no sign-in page.
        app.Map(
                Address + "/{Key}",
                (HttpContext http, string key, MetricDoor door) =>
                    door.TakeAsync(http, (json, body) => json.ReadOne(body, key))
            )
            .AllowAnonymous();
        app.Map(
                Address,
                (HttpContext http, MetricDoor door) => door.TakeAsync(http, (json, body) => json.ReadMany(body))
            )
            .AllowAnonymous();
    }
}
