using System.Security.Claims;
using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Identity.SecondSteps;

/// <summary>
/// Knows who has to take a second step and has not. The demand itself is remembered: it changes once a year and is asked
/// for with every page. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class SecondStepDuty : IDisposable
{
    /// <summary>Another node's change of the demand is seen after this.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<LiveBoardDbContext> _contexts;
    private readonly TimeProvider _time;
    private readonly IDisposable _subscription;
    private volatile Known? _known;
    private int _changes;

    public SecondStepDuty(IDbContextFactory<LiveBoardDbContext> contexts, IBoardEventBus bus, TimeProvider time)
    {
        (_contexts, _time) = (contexts, time);
        _subscription = bus.SubscribeDirectory(change =>
        {
            if (change is InstanceChanged)
            {
                Interlocked.Increment(ref _changes);
                _known = null;
            }
        });
    }

    /// <summary>True when the administrator demands more than a password of this person, and this sign-in took no more.</summary>
    public async Task<bool> IsOwedAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var demand = await ReadDemandAsync(cancellationToken);
        if (demand == SecondStepDemand.Nobody || SignInSessions.IdOf(user) is not { } id)
        {
            return false;
        }

        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var concerned = SecondStepDemands.Concerned(db, demand);
        return await db
            .SignInSessions.Where(s => s.Id == id && !s.IsStrong)
            .AnyAsync(s => concerned.Any(u => u.Id == s.UserId), cancellationToken);
    }

    /// <summary>
    /// True when it is owed and the account has a passkey: that is its second step then, and whoever has no more than the
    /// password must not lay another beside it.
    /// </summary>
    public async Task<bool> IsOwedByPasskeyAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!await IsOwedAsync(user, cancellationToken))
        {
            return false;
        }

        var id = user.GetActor().PersonId;
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == id, cancellationToken);
    }

    public void Dispose() => _subscription.Dispose();

    private async Task<SecondStepDemand> ReadDemandAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && _time.GetUtcNow() - known.ReadAt < Freshness)
        {
            return known.Demand;
        }

        var (readAt, changes) = (_time.GetUtcNow(), Volatile.Read(ref _changes));
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var demand = await db.InstanceSettings.Select(s => s.SecondStepDemand).SingleOrDefaultAsync(cancellationToken);
        if (changes == Volatile.Read(ref _changes))
        {
            _known = new Known(demand, readAt);
        }

        return demand;
    }

    private sealed record Known(SecondStepDemand Demand, DateTimeOffset ReadAt);
}
