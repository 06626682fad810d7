using System.Threading.RateLimiting;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Limits how many files one user sends, before any of a file is read, and how many are read for import side by side:
/// that takes a core and much memory each. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class UploadLimits(IOptions<LimitSettings> limits) : IRateLimiterPolicy<string>, IAsyncDisposable
{
    /// <summary>The policy's name, for endpoints that take files.</summary>
    public const string Policy = "uploads";

    private const int MaxWaitingImports = 20;

    private readonly ConcurrencyLimiter _imports = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.Value.ImportsAtOnce,
            QueueLimit = MaxWaitingImports,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    Func<OnRejectedContext, CancellationToken, ValueTask>? IRateLimiterPolicy<string>.OnRejected => null;

    RateLimitPartition<string> IRateLimiterPolicy<string>.GetPartition(HttpContext httpContext)
    {
        var user = httpContext.User.GetActor();
        return RateLimitPartition.GetFixedWindowLimiter(
            user == default ? RequestSource.Of(httpContext) : $"user {user.PersonId}",
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = limits.Value.UploadsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            }
        );
    }

    /// <summary>Waits for a turn to read a file; not acquired when too many wait.</summary>
    public ValueTask<RateLimitLease> EnterImportAsync(CancellationToken cancellationToken) =>
        _imports.AcquireAsync(1, cancellationToken);

    public ValueTask DisposeAsync() => _imports.DisposeAsync();
}

/// <summary>Applies the limits to requests.</summary>
internal static class UploadLimitsExtensions
{
    public static IServiceCollection AddUploadLimits(this IServiceCollection services) =>
        services
            .AddSingleton<UploadLimits>()
            .AddRateLimiter(limiter =>
            {
                limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                limiter.AddPolicy<string, UploadLimits>(UploadLimits.Policy);
            });
}
