using Microsoft.Extensions.Primitives;

namespace LiveBoard.Web.Hosting;

/// <summary>Says to the browser, on every response, what a page of ours may do. The second layer behind careful encoding.</summary>
internal static class SecurityHeaders
{
    private const string Permissions =
        "camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use(
            (context, next) =>
            {
                // At the very end, because an error page starts over with empty headers.
                context.Response.OnStarting(() =>
                {
                    Apply(context);
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }

    private static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (!IsSandboxed(headers.ContentSecurityPolicy))
        {
            headers.ContentSecurityPolicy = Policy(context);
        }

        if (context.Response.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            // Most limits are by the minute; whoever reached another learns nothing of it.
            headers.RetryAfter = "60";
        }

        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            // After signing out, the back button must show nothing.
            headers.CacheControl = "no-store";
        }
    }

    /// <summary>People's files come with a stricter policy of their own.</summary>
    private static bool IsSandboxed(StringValues policy) =>
        policy.ToString().Contains("sandbox", StringComparison.Ordinal);

    /// <summary>
    /// Inline styles must be allowed: MudBlazor writes style blocks and attributes. What they could be misused for is
    /// cut off by allowing images, fonts and connections from here only. base-uri is 'self' because Blazor needs a base.
    /// </summary>
    private static string Policy(HttpContext context)
    {
        var nonce = context.RequestServices.GetRequiredService<CspNonce>().Value;
        return $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self'; "
            + $"connect-src 'self'{Socket(context.Request)}; "
            + "form-action 'self'; base-uri 'self'; frame-ancestors 'none'; manifest-src 'self'; object-src 'none'";
    }

    /// <summary>The socket of the same host, for browsers that do not count it as 'self'.</summary>
    private static string Socket(HttpRequest request) =>
        Uri.CheckHostName(request.Host.Host) == UriHostNameType.Unknown
            ? ""
            : $" {(request.IsHttps ? "wss" : "ws")}://{request.Host.ToUriComponent()}";
}
