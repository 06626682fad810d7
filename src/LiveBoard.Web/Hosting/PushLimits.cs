using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Limits how often programs push: by source before anything is looked up, and by token once it is known, so that one
/// program in a loop takes nothing from the others behind the same address. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class PushLimits(IOptions<LimitSettings> limits) : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _source = KeyedLimits.PerKey(
        limits.Value.PushesPerMinuteAndSource,
        Minute
    );
    private readonly PartitionedRateLimiter<string> _token = KeyedLimits.PerKey(limits.Value.PushesPerMinute, Minute);

    /// <summary>True when one more request from this source is within the limit, whatever it holds.</summary>
    public bool MayAsk(string source) => _source.Take(source);

    /// <summary>True when one more push with this token is within the limit.</summary>
    public bool MayPush(Guid tokenId) => _token.Take($"{tokenId}");

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _token.DisposeAsync();
    }
}
