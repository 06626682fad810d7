using System.Security.Claims;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Web.Identity.SecondSteps;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Identity;

/// <summary>
/// Ends a circuit's sign-in when the account is disabled, its password changes, a second step is demanded that it did not
/// take, the sign-in is ended elsewhere or has lasted as long as it may: at once when this process hears of it, within a
/// minute in any case.
/// </summary>
internal sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    private readonly IDbContextFactory<LiveBoardDbContext> _contexts;
    private readonly SignInSessions _sessions;
    private readonly SecondStepDuty _duty;
    private readonly string _stampClaim;
    private readonly IDisposable _subscription;

    public CircuitAuthentication(
        IDbContextFactory<LiveBoardDbContext> contexts,
        SignInSessions sessions,
        SecondStepDuty duty,
        IBoardEventBus bus,
        IOptions<IdentityOptions> identity,
        ILoggerFactory loggers
    )
        : base(loggers)
    {
        _contexts = contexts;
        _sessions = sessions;
        _duty = duty;
        _stampClaim = identity.Value.ClaimsIdentity.SecurityStampClaimType;
        _sessions.Ended += OnEnded;
        _subscription = bus.SubscribeDirectory(OnDirectoryEvent);
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState,
        CancellationToken cancellationToken
    )
    {
        var user = authenticationState.User;
        if (!await _sessions.IsGoodAsync(user, cancellationToken) || await _duty.IsOwedAsync(user, cancellationToken))
        {
            return false;
        }

        var id = user.GetActor().PersonId;
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var stamp = await db
            .Users.Where(u => u.Id == id && !u.IsDisabled)
            .Select(u => u.SecurityStamp)
            .SingleOrDefaultAsync(cancellationToken);
        return stamp is not null && stamp == user.FindFirstValue(_stampClaim);
    }

    protected override void Dispose(bool disposing)
    {
        _sessions.Ended -= OnEnded;
        _subscription.Dispose();
        base.Dispose(disposing);
    }

    private void OnEnded(Guid id) => Check(user => Task.FromResult(SignInSessions.IdOf(user) != id));

    private void OnDirectoryEvent(DirectoryEvent change)
    {
        // An administrator may demand a second step from now on, or the account itself has changed.
        var isForAll = change is InstanceChanged;
        var person = change is AccessChanged { WorkspaceId: null, BoardId: null } account ? account.PersonId : null;
        if (isForAll || person is not null)
        {
            Check(async user =>
                (!isForAll && user.GetActor().PersonId != person)
                || await ValidateAuthenticationStateAsync(new AuthenticationState(user), CancellationToken.None)
            );
        }
    }

    /// <summary>Off the publisher's thread: whoever changed the account must not wait for its circuits.</summary>
    private void Check(Func<ClaimsPrincipal, Task<bool>> isStillValid) =>
        _ = Task.Run(async () =>
        {
            var state = await GetAuthenticationStateAsync();
            if (!await isStillValid(state.User))
            {
                SetAuthenticationState(Task.FromResult(Nobody));
            }
        });
}
