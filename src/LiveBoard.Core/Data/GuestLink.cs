namespace LiveBoard.Core.Data;

/// <summary>
/// A link that shows one board, live and read-only, to whoever has it. Only the hash of its secret is kept. Withdrawing
/// it takes the row away. Its id is never the id of an account, and is never asked for as one.
/// </summary>
public sealed class GuestLink
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The only board it shows.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>What it is for, as a note to those who look after the board; may be empty.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret in the link, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Hash of the password that is asked for as well; null for none.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>When it stops working, UTC; null for never.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>Who made it.</summary>
    public required Guid CreatedById { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
