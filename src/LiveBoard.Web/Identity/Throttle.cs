using System.Threading.RateLimiting;
using LiveBoard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Identity;

/// <summary>
/// Slows down guessing. Never locks an account: tries are counted per user and source, so that an attacker elsewhere
/// cannot keep a person out. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class Throttle(IOptions<LimitSettings> limits) : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _userAndSource = KeyedLimits.PerKey(
        limits.Value.SignInsPerMinute,
        Minute
    );
    private readonly PartitionedRateLimiter<string> _source = KeyedLimits.PerKey(
        limits.Value.SignInsPerMinuteAndSource,
        Minute
    );
    private readonly PartitionedRateLimiter<string> _secondStep = KeyedLimits.PerKey(
        limits.Value.SecondStepsPerHour,
        TimeSpan.FromHours(1)
    );
    private readonly PartitionedRateLimiter<string> _reset = KeyedLimits.PerKey(
        limits.Value.ResetsPerHour,
        TimeSpan.FromHours(1)
    );
    private readonly PartitionedRateLimiter<string> _setup = KeyedLimits.PerKey(
        limits.Value.SetupTriesPerMinute,
        Minute
    );
    private readonly PartitionedRateLimiter<string> _register = KeyedLimits.PerKey(
        limits.Value.RegistrationsPerHour,
        TimeSpan.FromHours(1)
    );

    // Hashing a password is slow on purpose. A flood of tries must not take all cores from the people at work.
    private readonly ConcurrencyLimiter _hashing = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
            QueueLimit = 100,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>True when one more try to sign in as this user from this source is within the limits.</summary>
    public bool MaySignIn(string source, string email) =>
        _source.Take(source) && _userAndSource.Take($"{source} {email.Trim().ToUpperInvariant()}");

    /// <summary>
    /// True when one more code for this account is within the limits. Counted over all sources as well: six digits can be
    /// guessed from many at once, and only somebody who knows the password gets so far.
    /// </summary>
    public bool MayTakeSecondStep(string source, Guid userId) =>
        _source.Take(source) && _userAndSource.Take($"{source} {userId}") && _secondStep.Take($"{userId}");

    /// <summary>
    /// True when one more link for a new password to this address is within the limit. By address alone as well: nobody's
    /// mailbox is filled from many places.
    /// </summary>
    public bool MayAskForReset(string source, string email) =>
        _source.Take(source) && _reset.Take(email.Trim().ToUpperInvariant());

    /// <summary>True when one more try of the set-up code is within the limit.</summary>
    public bool MaySetUp(string source) => _setup.Take(source);

    /// <summary>True when one more account from this source is within the limit.</summary>
    public bool MayRegister(string source) => _register.Take(source);

    /// <summary>Waits for a turn to hash a password; not acquired when too many wait.</summary>
    public ValueTask<RateLimitLease> EnterHashingAsync(CancellationToken cancellationToken) =>
        _hashing.AcquireAsync(1, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _userAndSource.DisposeAsync();
        await _source.DisposeAsync();
        await _secondStep.DisposeAsync();
        await _reset.DisposeAsync();
        await _setup.DisposeAsync();
        await _register.DisposeAsync();
        await _hashing.DisposeAsync();
    }
}
