namespace LiveBoard.Core.Data;

/// <summary>
/// Lets a program push numbers into one workspace, and do nothing else. Only the hash of its secret is kept. It is worth
/// as much as the right of whoever made it is now.
/// </summary>
public sealed class ApiToken
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Identity; of no use without the secret.</summary>
    public required Guid Id { get; init; }

    /// <summary>The only workspace it is good for.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>Which program has it, as a note to the workspace's owners.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid CreatedById { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it stops working, UTC; null for never.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>When it was last used, UTC, kept once a minute; null for never.</summary>
    public DateTime? LastUsedAt { get; set; }

    /// <summary>When it was revoked, UTC; null while it is not.</summary>
    public DateTime? RevokedAt { get; set; }
}
