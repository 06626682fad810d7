using System.Collections.Concurrent;
using System.Security.Claims;

namespace LiveBoard.Web.Identity;

/// <summary>
/// Knows which sign-ins have ended by signing out, so that pages still open under one of them close at once and its
/// cookie is of no further use. Each sign-in carries a random id. Ended ones are remembered until their cookie would
/// have expired. Thread-safe; lives as long as the application.
/// </summary>
internal sealed class SignInSessions(TimeProvider time)
{
    /// <summary>How long a sign-in lasts without being used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private const string ClaimType = "liveboard:sign-in";

    private readonly ConcurrentDictionary<string, DateTimeOffset> _ended = new(StringComparer.Ordinal);

    /// <summary>Told the id of a sign-in that has just ended.</summary>
    public event Action<string>? Ended;

    public static Claim NewClaim() => new(ClaimType, Guid.NewGuid().ToString("N"));

    public static string? IdOf(ClaimsPrincipal user) => user.FindFirstValue(ClaimType);

    /// <summary>Carries the id over when the cookie is renewed from the database.</summary>
    public static void Keep(ClaimsPrincipal from, ClaimsPrincipal to)
    {
        if (from.FindFirst(ClaimType) is { } claim && to.Identity is ClaimsIdentity identity)
        {
            identity.AddClaim(claim);
        }
    }

    public bool HasEnded(ClaimsPrincipal user) => IdOf(user) is { } id && _ended.ContainsKey(id);

    public void End(ClaimsPrincipal user)
    {
        if (IdOf(user) is not { } id)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var (old, at) in _ended)
        {
            if (now - at > Lifetime)
            {
                _ended.TryRemove(old, out _);
            }
        }

        _ended[id] = now;
        Ended?.Invoke(id);
    }
}
