using Microsoft.Net.Http.Headers;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Lets only our own pages open a live connection. Browsers send cookies with a WebSocket whatever page opens it, and
/// CORS does not apply, so the Origin header must be looked at here.
/// </summary>
internal static partial class SocketOriginGuard
{
    public const string HubPath = "/_blazor";

    private const int MaxLoggedLength = 200;

    public static void UseSocketOriginGuard(this WebApplication app)
    {
        var publicUrl = app.Configuration["LiveBoard:PublicUrl"];
        app.Use(
            async (context, next) =>
            {
                if (
                    context.Request.Path.StartsWithSegments(HubPath, StringComparison.OrdinalIgnoreCase)
                    && !IsOwnPage(context.Request, publicUrl)
                )
                {
                    LogRefused(app.Logger, PlainHeader.Of(context.Request.Headers.Origin, MaxLoggedLength));
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return;
                }

                await next(context);
            }
        );
    }

    private static bool IsOwnPage(HttpRequest request, string? publicUrl)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            // Browsers leave it out of plain same-site reads only, and a read opens no connection.
            return HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey(HeaderNames.Upgrade);
        }

        var own = string.IsNullOrEmpty(publicUrl) ? $"{request.Scheme}://{request.Host}" : publicUrl;
        return Uri.TryCreate(origin, UriKind.Absolute, out var given)
            && Uri.TryCreate(own, UriKind.Absolute, out var expected)
            && given.GetLeftPart(UriPartial.Authority) == expected.GetLeftPart(UriPartial.Authority)
            && given.PathAndQuery == "/";
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Refused a live connection from a page of '{Origin}'. Behind a proxy, set LiveBoard:PublicUrl to the address people use."
    )]
    private static partial void LogRefused(ILogger logger, string origin);
}
