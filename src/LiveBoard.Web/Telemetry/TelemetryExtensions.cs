using System.Security.Cryptography;
using System.Text;
using LiveBoard.Core.Events;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Hosting;
using Microsoft.AspNetCore.Components.Server.Circuits;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LiveBoard.Web.Telemetry;

/// <summary>
/// Registers what measures the product, and whoever is told: administrators on their page; Prometheus with a token; an
/// OpenTelemetry collector by the standard's settings. Requests are not traced: their addresses hold secrets of links.
/// </summary>
internal static class TelemetryExtensions
{
    private const string ScrapePath = "/metrics";

    private static readonly string[] Meters =
    [
        LiveBoardMeter.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Components.Server.Circuits",
        "System.Runtime",
    ];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<LiveBoardMeter>();
        services.AddSingleton<CircuitNumbers>();
        services.AddScoped<CircuitHandler, CountedCircuit>();
        services.AddSingleton<LastError>();
        services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LastError>());
        services.AddSingleton<SystemMonitor>();
        var settings = Read(configuration);
        var isSent = !string.IsNullOrEmpty(configuration[TelemetrySettings.OtlpEndpoint]);
        if (settings.PrometheusToken.Length > 0 || isSent)
        {
            var telemetry = services
                .AddOpenTelemetry()
                .ConfigureResource(resource =>
                    resource.AddService("liveboard", serviceVersion: AppVersion.Current.Text)
                )
                .WithMetrics(metrics =>
                {
                    metrics.AddMeter(Meters);
                    _ = settings.PrometheusToken.Length > 0 ? metrics.AddPrometheusExporter() : metrics;
                    _ = isSent ? metrics.AddOtlpExporter() : metrics;
                });
            if (isSent)
            {
                telemetry.WithTracing(traces => traces.AddSource(LiveBoardMeter.Name).AddOtlpExporter());
            }
        }

        return services;
    }

    /// <summary>A token that can be guessed is as good as none.</summary>
    /// <exception cref="StartRefusedException">It is too short.</exception>
    public static void RefuseUnusableTelemetry(this WebApplication app)
    {
        if (Read(app.Configuration).PrometheusToken.Length is > 0 and < TelemetrySettings.MinTokenLength)
        {
            throw new StartRefusedException(
                $"{TelemetrySettings.Section}:PrometheusToken is too short: it needs {TelemetrySettings.MinTokenLength} characters or more."
            );
        }
    }

    /// <summary>Whoever has no token is answered as for any address that does not exist.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        // It offers its numbers to whoever listens from the start.
        app.Services.GetRequiredService<SystemMonitor>();
        if (Read(app.Configuration).PrometheusToken is { Length: > 0 } token)
        {
            var expected = SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {token}"));
            app.UseOpenTelemetryPrometheusScrapingEndpoint(context =>
                context.Request.Path == ScrapePath
                && CryptographicOperations.FixedTimeEquals(
                    SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString())),
                    expected
                )
            );
        }
    }

    private static TelemetrySettings Read(IConfiguration configuration) =>
        configuration.GetSection(TelemetrySettings.Section).Get<TelemetrySettings>() ?? new TelemetrySettings();
}
