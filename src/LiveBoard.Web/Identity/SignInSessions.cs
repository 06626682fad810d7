using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using LiveBoard.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Identity;

/// <summary>
/// Knows which sign-ins are good. Each has a random id, which its cookie carries, and a row. Ending one takes the row
/// away, so that its cookie is of no further use, and closes the pages that are open under it: at once in this process,
/// within a minute in others. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class SignInSessions : IDisposable
{
    private const string ClaimType = "liveboard:sign-in";

    /// <summary>How long an answer of the database is believed.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);

    /// <summary>When it was last used need not be known to the minute, and each time is a write.</summary>
    private static readonly TimeSpan SeenGap = TimeSpan.FromMinutes(15);

    private const int MaxAttempts = 5;

    private readonly IDbContextFactory<LiveBoardDbContext> _contexts;
    private readonly WriteQueue _writes;
    private readonly SessionSettings _settings;
    private readonly TimeProvider _time;
    private readonly IDisposable _subscription;

    private readonly ConcurrentDictionary<Guid, Known> _known = new();

    /// <summary>What ended lately: a check that was under way then must not find it good.</summary>
    private readonly ConcurrentDictionary<Guid, DateTime> _ended = new();

    public SignInSessions(
        IDbContextFactory<LiveBoardDbContext> contexts,
        WriteQueue writes,
        IOptions<SessionSettings> settings,
        IBoardEventBus bus,
        TimeProvider time
    )
    {
        (_contexts, _writes, _settings, _time) = (contexts, writes, settings.Value, time);
        _subscription = bus.SubscribeDirectory(OnDirectoryEvent);
    }

    /// <summary>Told the id of a sign-in that has just ended.</summary>
    public event Action<Guid>? Ended;

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    public static Guid? IdOf(ClaimsPrincipal user) =>
        Guid.TryParseExact(user.FindFirstValue(ClaimType), "N", out var id) ? id : null;

    /// <summary>Carries the id over when the cookie is renewed from the database.</summary>
    public static void Keep(ClaimsPrincipal from, ClaimsPrincipal to)
    {
        if (from.FindFirst(ClaimType) is { } claim && to.Identity is ClaimsIdentity identity)
        {
            identity.AddClaim(claim);
        }
    }

    /// <summary>Begins one; the account's outlived ones go.</summary>
    /// <returns>What the cookie has to carry.</returns>
    public async Task<Claim> BeginAsync(Guid userId, bool isStrong, IPAddress source, string? device)
    {
        var now = Now;
        var session = new SignInSession
        {
            Id = Guid.NewGuid(),
            UserId = userId,
            StartedAt = now,
            LastSeenAt = now,
            ConfirmedAt = now,
            IsStrong = isStrong,
            Device = PlainHeader.Of(device, SignInSession.MaxDeviceLength),
            Source = RequestSource.Unmapped(source).ToString(),
        };
        await ChangeAsync(async db =>
        {
            var all = await db.SignInSessions.Where(s => s.UserId == userId).ToListAsync();
            db.SignInSessions.RemoveRange(all.Where(s => IsOutlived(s.StartedAt, s.LastSeenAt)));
            db.SignInSessions.Add(session);
        });
        return new Claim(ClaimType, session.Id.ToString("N"));
    }

    /// <summary>True while nobody has ended it and it has neither idled nor lasted too long. Asking is use.</summary>
    public async Task<bool> IsGoodAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (IdOf(user) is not { } id)
        {
            return false;
        }

        if (!_known.TryGetValue(id, out var known) || Now - known.ReadAt >= Freshness)
        {
            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
            var row = await db.SignInSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
            if (row is null)
            {
                _known.TryRemove(id, out _);
                return false;
            }

            _known[id] = known = new Known(row.UserId, row.StartedAt, row.LastSeenAt, Now);
        }

        if (IsOutlived(known.StartedAt, known.LastSeenAt))
        {
            await EndAsync(known.UserId, s => s.Id == id);
        }
        else if (Now - known.LastSeenAt >= SeenGap)
        {
            await NoteUseAsync(id, known);
        }

        return !_ended.ContainsKey(id);
    }

    /// <summary>
    /// True when whoever is signed in has just proved to be the account's owner. Sensitive changes ask for it, so that a
    /// screen left open is not enough for them.
    /// </summary>
    public async Task<bool> IsConfirmedLatelyAsync(ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await FindAsync(user, cancellationToken) is { } session
        && Now - session.ConfirmedAt < _settings.ConfirmationLasts;

    /// <summary>The row of the sign-in under which this is asked; null when it has none any more.</summary>
    public async Task<SignInSession?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var id = IdOf(user);
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.SignInSessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
    }

    /// <summary>Notes that whoever is signed in has proved it anew.</summary>
    /// <param name="user">Who is signed in.</param>
    /// <param name="isStrong">True when it took more than a password.</param>
    public Task ConfirmAsync(ClaimsPrincipal user, bool isStrong) =>
        UpdateAsync(
            IdOf(user),
            session => (session.ConfirmedAt, session.IsStrong) = (Now, session.IsStrong || isStrong)
        );

    /// <summary>The account's good sign-ins, the one used last first.</summary>
    public async Task<IReadOnlyList<SignInSession>> ReadAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var all = await db
            .SignInSessions.AsNoTracking()
            .Where(s => s.UserId == userId)
            .OrderByDescending(s => s.LastSeenAt)
            .ThenByDescending(s => s.StartedAt)
            .ToListAsync(cancellationToken);
        return [.. all.Where(s => !IsOutlived(s.StartedAt, s.LastSeenAt))];
    }

    /// <summary>Ends the sign-in under which this was asked.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> EndAsync(ClaimsPrincipal user) =>
        IdOf(user) is { } id && await EndAsync(user.GetActor().PersonId, s => s.Id == id) > 0;

    /// <summary>Ends those of an account that are meant; what is not its own stays.</summary>
    /// <returns>How many ended.</returns>
    public async Task<int> EndAsync(Guid userId, Func<SignInSession, bool> isMeant)
    {
        List<SignInSession> ended = [];
        await ChangeAsync(async db =>
        {
            ended = [.. (await db.SignInSessions.Where(s => s.UserId == userId).ToListAsync()).Where(isMeant)];
            db.SignInSessions.RemoveRange(ended);
        });
        foreach (var (id, at) in _ended)
        {
            if (Now - at > Freshness + Freshness)
            {
                _ended.TryRemove(id, out _);
            }
        }

        foreach (var session in ended)
        {
            _ended[session.Id] = Now;
            _known.TryRemove(session.Id, out _);
            Ended?.Invoke(session.Id);
        }

        return ended.Count;
    }

    public void Dispose() => _subscription.Dispose();

    /// <summary>The account has changed, perhaps together with its sign-ins: the database is asked again.</summary>
    private void OnDirectoryEvent(DirectoryEvent change)
    {
        if (change is AccessChanged { PersonId: { } person, WorkspaceId: null, BoardId: null })
        {
            foreach (var (id, known) in _known)
            {
                if (known.UserId == person)
                {
                    _known.TryRemove(id, out _);
                }
            }
        }
    }

    private bool IsOutlived(DateTime startedAt, DateTime lastSeenAt) =>
        Now - startedAt >= _settings.Absolute || Now - lastSeenAt >= _settings.Idle;

    private async Task NoteUseAsync(Guid id, Known known)
    {
        // Of several requests at once one writes.
        if (_known.TryUpdate(id, known with { LastSeenAt = Now }, known))
        {
            await UpdateAsync(id, session => session.LastSeenAt = Now);
        }
    }

    private Task UpdateAsync(Guid? id, Action<SignInSession> update) =>
        ChangeAsync(async db =>
        {
            if (await db.SignInSessions.SingleOrDefaultAsync(s => s.Id == id) is { } session)
            {
                update(session);
            }
        });

    /// <summary>Not cancelled with the request: who leaves the page meanwhile still wants it ended.</summary>
    private async Task ChangeAsync(Func<LiveBoardDbContext, Task> change)
    {
        using var turn = await _writes.EnterAsync(Guid.Empty, CancellationToken.None);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await _contexts.CreateDbContextAsync();
                await change(db);
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < MaxAttempts)
            {
                // Another node took a row away meanwhile: look again.
            }
        }
    }

    private sealed record Known(Guid UserId, DateTime StartedAt, DateTime LastSeenAt, DateTime ReadAt);
}
