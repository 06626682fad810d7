namespace LiveBoard.Core.Data;

/// <summary>
/// The row that every commit leaves on each board it changed: the proof of order (no gaps in <see cref="Version"/>)
/// and the memory that makes a repeated command harmless.
/// </summary>
public sealed class BoardChange
{
    /// <summary>The board.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>Board version after the commit.</summary>
    public required long Version { get; init; }

    /// <summary>Client-made id of the command.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>SHA-256 of the command's content, to tell a repeat from another command under the same id; null for the system.</summary>
    public string? CommandHash { get; init; }

    /// <summary>Who did it; null for the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What, in words: the command's name.</summary>
    public required string What { get; init; }
}
