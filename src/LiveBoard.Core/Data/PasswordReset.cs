namespace LiveBoard.Core.Data;

/// <summary>A single-use link that sets a new password. Only the hash of its secret is kept; the row goes with its use.</summary>
public sealed class PasswordReset
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the link, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Whose password it sets.</summary>
    public required Guid UserId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it stops working, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>True when it went to the account's address, so that its use proves the address.</summary>
    public required bool IsMailed { get; init; }

    /// <summary>The administrator who made it and hands it over; null for one that was mailed.</summary>
    public Guid? CreatedById { get; init; }
}
