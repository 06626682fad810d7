namespace LiveBoard.Core.Data;

/// <summary>
/// Gets a person in once when the second step is lost. The row goes with its use. Only a hash is kept; the code has 120
/// random bits, so a plain one is enough (OWASP ASVS 5.0, 6.5.2).
/// </summary>
public sealed class RecoveryCode
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the code, hexadecimal.</summary>
    public required string CodeHash { get; init; }
}
