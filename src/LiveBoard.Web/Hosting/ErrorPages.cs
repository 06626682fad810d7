using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Net.Http.Headers;

namespace LiveBoard.Web.Hosting;

/// <summary>Answers errors in words where a person will read them, and with the bare status where a program will.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/status/500", createScopeForErrors: true);
        }

        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(
            async (context, next) =>
            {
                if (
                    !IsForPerson(context.Request)
                    && context.Features.Get<IStatusCodePagesFeature>() is { } statusCodePages
                )
                {
                    statusCodePages.Enabled = false;
                }

                await next(context);
                if (context.Response is { HasStarted: false, StatusCode: >= 400 } unwritten)
                {
                    // A refused form announces a page and writes none; that would pass for an answer in words.
                    // The page that says so is read, not posted to.
                    unwritten.ContentType = null;
                    context.Request.Method = HttpMethods.Get;
                }
            }
        );
    }

    private static bool IsForPerson(HttpRequest request) =>
        request.Headers[HeaderNames.Accept].ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
