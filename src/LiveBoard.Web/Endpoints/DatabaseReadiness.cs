using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LiveBoard.Web.Endpoints;

/// <summary>The database answers, has this program's schema, and is locked for this program.</summary>
internal sealed class DatabaseReadiness(IDbContextFactory<LiveBoardDbContext> contexts, DatabaseStartup startup)
    : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (!startup.IsLockHeld)
        {
            return HealthCheckResult.Unhealthy("The database is not locked.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // What cannot be read throws, and the framework takes that for unhealthy.
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        return pending.Any()
            ? HealthCheckResult.Unhealthy("The database has another schema.")
            : HealthCheckResult.Healthy();
    }
}
