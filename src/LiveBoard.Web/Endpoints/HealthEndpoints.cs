using LiveBoard.Core.Data;

namespace LiveBoard.Web.Endpoints;

/// <summary>Tells load balancers and monitors whether this node can serve: it can when the database answers.</summary>
internal static class HealthEndpoints
{
    public static IServiceCollection AddLiveBoardHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddDbContextCheck<LiveBoardDbContext>("database");
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app) => app.MapHealthChecks("/health").AllowAnonymous();
}
