using System.Threading.RateLimiting;

namespace LiveBoard.Web.Hosting;

/// <summary>Counts by key: by user, by source, by token.</summary>
internal static class KeyedLimits
{
    /// <summary>A limiter that lets each key in so often within a window.</summary>
    public static PartitionedRateLimiter<string> PerKey(int limit, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key =>
            RateLimitPartition.GetFixedWindowLimiter(
                key,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = window }
            )
        );

    /// <summary>True when one more of this key is within the limit.</summary>
    public static bool Take(this PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }
}
