namespace LiveBoard.Core.Data;

/// <summary>
/// One sign-in of an account on one device. The row is there for as long as the sign-in is good: ending it, by whomever,
/// takes the row away, and a cookie without a row is of no use.
/// </summary>
public sealed class SignInSession
{
    /// <summary>Longest <see cref="Device"/> that is kept.</summary>
    public const int MaxDeviceLength = 300;

    /// <summary>Longest <see cref="Source"/>: an IPv6 address with a mapped IPv4 one in it.</summary>
    public const int MaxSourceLength = 45;

    /// <summary>Identity; travels in the cookie.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is; the account's and the person's id.</summary>
    public required Guid UserId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it was last used, UTC, to within a quarter of an hour.</summary>
    public required DateTime LastSeenAt { get; set; }

    /// <summary>What the browser says of itself; empty when it says nothing.</summary>
    public required string Device { get; init; }

    /// <summary>The address it was begun from.</summary>
    public required string Source { get; init; }

    /// <summary>When whoever is signed in last proved to be the account's owner, UTC: sensitive changes ask for it to be recent.</summary>
    public required DateTime ConfirmedAt { get; set; }

    /// <summary>True when it took more than a password.</summary>
    public required bool IsStrong { get; set; }
}
