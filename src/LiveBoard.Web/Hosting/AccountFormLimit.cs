using LiveBoard.Web.Components.Account;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Features;

namespace LiveBoard.Web.Hosting;

/// <summary>Refuses account forms that no person could have typed, before anything reads them: those pages are open to everybody.</summary>
internal static class AccountFormLimit
{
    public const int MaxBytes = 32 * 1024;

    public static void UseAccountFormLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (!IsAccountForm(context))
                {
                    return next(context);
                }

                if (context.Request.ContentLength > MaxBytes)
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return Task.CompletedTask;
                }

                // For a body that does not say how long it is.
                if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                {
                    size.MaxRequestBodySize = MaxBytes;
                }

                return next(context);
            }
        );

    private static bool IsAccountForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.Namespace
            == typeof(SignInPage).Namespace;
}
