using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Data;

/// <summary>
/// Cards that one commit writes in thousands. The change tracker would compare and order each of them while all other
/// writers wait; these go to the database as they are, in the same transaction, and are told to viewers like all others:
/// <see cref="ChangeCapture"/> notes them with what the tracker knows. See docs/decisions/importing-rows.md.
/// </summary>
internal sealed class BulkRows
{
    /// <summary>Cards to be made, with their labels, people and field values.</summary>
    public List<Card> Made { get; } = [];

    /// <summary>Cards that are there, as they will be, with all that is on them. What is on them is written anew.</summary>
    public List<Card> Changed { get; } = [];

    /// <summary>Those of them that have another place.</summary>
    public HashSet<Guid> Moved { get; } = [];

    /// <summary>What was meant.</summary>
    public List<ActivityEntry> Activity { get; } = [];

    /// <summary>Steps in the life of descriptions.</summary>
    public List<CardTextUpdate> Texts { get; } = [];

    /// <summary>Told how many of the cards are written, while they are.</summary>
    public IProgress<int>? Progress { get; init; }
}
