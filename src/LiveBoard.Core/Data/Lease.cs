namespace LiveBoard.Core.Data;

/// <summary>A job that one node at a time does: whoever holds the row does it until it runs out.</summary>
public sealed class Lease
{
    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 50;

    /// <summary>The job.</summary>
    public required string Name { get; init; }

    /// <summary>The node that does it.</summary>
    public required Guid HolderId { get; set; }

    /// <summary>Until when it is theirs, UTC; also the concurrency token.</summary>
    public required DateTime Until { get; set; }
}
