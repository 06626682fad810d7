namespace LiveBoard.Core.Data;

/// <summary>
/// What the log of a board says about the flow of its work up to a version, so that the log need not be read from its
/// beginning. Worked out from the log and worth nothing without it: it may be deleted at any time.
/// </summary>
public sealed class FlowCheckpoint
{
    /// <summary>The board.</summary>
    public required Guid BoardId { get; init; }

    /// <summary>The last version of the board that is in it.</summary>
    public required long Version { get; set; }

    /// <summary>The ledger, in a form that says of which edition it is.</summary>
    public required byte[] Ledger { get; set; }
}
