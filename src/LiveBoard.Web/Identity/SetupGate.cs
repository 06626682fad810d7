using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LiveBoard.Web.Identity;

/// <summary>While there is no account, every page leads to the set-up page, and the log says how to get past it.</summary>
internal static partial class SetupGate
{
    private const string Page = "/setup";

    public static void UseSetupGate(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                var setup = context.RequestServices.GetRequiredService<SetupState>();
                if (IsGated(context) && await setup.IsNeededAsync(context.RequestAborted))
                {
                    context.Response.Redirect(Page);
                    return;
                }

                await next(context);
            }
        );

    /// <summary>Prints the one-time code once the addresses are known.</summary>
    public static void AnnounceSetup(this WebApplication app) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var setup = app.Services.GetRequiredService<SetupState>();
            if (setup.IsNeededAsync().AsTask().GetAwaiter().GetResult())
            {
                LogCode(app.Logger, Address(app), app.Services.GetRequiredService<SetupCode>().ToString());
            }
        });

    /// <summary>Pages and unknown addresses; not files, health checks and the like.</summary>
    private static bool IsGated(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase)
        && (
            context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        );

    private static string Address(WebApplication app)
    {
        var address = app.Configuration["LiveBoard:PublicUrl"] is { Length: > 0 } configured
            ? configured
            : app.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()
                ?.Addresses.FirstOrDefault()
                ?? DefaultAddress.Url;
        return address.TrimEnd('/') + Page;
    }

    [LoggerMessage(
        1,
        LogLevel.Information,
        "LiveBoard is ready to be set up. Open {Address} and enter this code: {Code}"
    )]
    private static partial void LogCode(ILogger logger, string address, string code);
}
