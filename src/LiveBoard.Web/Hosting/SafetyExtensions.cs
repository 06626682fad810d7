using System.Net;
using LiveBoard.Web.Components;
using LiveBoard.Web.Endpoints.Metrics;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.HttpOverrides;

namespace LiveBoard.Web.Hosting;

/// <summary>Safe by default: limits, cookies, and how live pages are served.</summary>
internal static class SafetyExtensions
{
    /// <summary>
    /// 16 KB to look back at, which holds the last few updates, instead of 32 KB: a good part of what an open page costs
    /// is the compressor's memory. What is compressed comes over a connection that only our own pages may open
    /// (<see cref="SocketOriginGuard"/>), and holds no secret beside what an attacker could choose.
    /// </summary>
    private const int CompressionWindowBits = 14;

    public static IServiceCollection AddSafety(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<CspNonce>();
        services.AddSingleton<LiveConnections>();
        services.AddUploadLimits();
        services.AddSingleton<PushLimits>();
        services.AddSingleton<MetricDoor>();
        services.AddScoped<CircuitHandler, CircuitAuditSource>();
        services.AddAntiforgery(forms =>
        {
            var isHttps = configuration["LiveBoard:PublicUrl"]
                ?.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
            forms.Cookie.Name = isHttps == true ? "__Host-LiveBoard.Form" : "LiveBoard.Form";
            forms.Cookie.SecurePolicy = isHttps == true ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            forms.Cookie.HttpOnly = true;
            forms.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Nothing is believed unless it comes from a proxy that the settings name.
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in configuration.GetSection("LiveBoard:TrustedProxies").Get<string[]>() ?? [])
            {
                forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            forwarded.ForwardedHeaders =
                forwarded.KnownProxies.Count == 0
                    ? ForwardedHeaders.None
                    : ForwardedHeaders.XForwardedFor
                        | ForwardedHeaders.XForwardedProto
                        | ForwardedHeaders.XForwardedHost;
        });
        return services;
    }

    public static IServiceCollection AddLivePages(this IServiceCollection services, IHostEnvironment environment)
    {
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(circuits =>
            {
                circuits.DetailedErrors = environment.IsDevelopment();
                // A moment without Wi-Fi for a whole company must not throw most of its pages away.
                circuits.DisconnectedCircuitMaxRetained = 1000;
                circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                // A hostile browser may never answer.
                circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
            })
            .AddHubOptions(hub =>
            {
                // Texts are at most 32 KB in UTF-8; whatever is larger comes by HTTP.
                hub.MaximumReceiveMessageSize = 64 * 1024;
                hub.MaximumParallelInvocationsPerClient = 1;
                hub.EnableDetailedErrors = environment.IsDevelopment();
            });
        return services;
    }

    /// <summary>The one place that says how live pages reach the browser.</summary>
    public static void MapLivePages(this WebApplication app) =>
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(live =>
            {
                live.ContentSecurityFrameAncestorsPolicy = "'none'";
                live.ConfigureWebSocketAcceptContext = (_, socket) =>
                {
                    socket.DangerousEnableCompression = true;
                    socket.ServerMaxWindowBits = CompressionWindowBits;
                    return Task.CompletedTask;
                };
            });
}
