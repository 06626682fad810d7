using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace LiveBoard.Web.Endpoints;

/// <summary>Tells load balancers and monitors whether this node lives, and whether it can serve. Says nothing more, to nobody.</summary>
internal static class HealthEndpoints
{
    /// <summary>Answers as long as the program does: whoever gets no answer may start it anew.</summary>
    public const string Live = "/health/live";

    /// <summary>Answers well while people can be sent here.</summary>
    public const string Ready = "/health/ready";

    public static IServiceCollection AddLiveBoardHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseReadiness>("database");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(Ready).AllowAnonymous();
        // What open pages ask before they load anew, and what monitors did before there were two questions.
        app.MapHealthChecks("/health").AllowAnonymous();
    }
}
