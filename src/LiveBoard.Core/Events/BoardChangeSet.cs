using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Events;

/// <summary>All that one commit changed on one board.</summary>
/// <param name="BoardId">The board.</param>
/// <param name="Version">Board version after the commit; the previous change set has one less.</param>
/// <param name="CommandId">Client-made id of the command.</param>
/// <param name="ActorId">Who did it; null for the system.</param>
/// <param name="At">When it was committed, UTC.</param>
/// <param name="Events">The facts, in the order they must be applied in.</param>
/// <param name="Activity">What was meant by it.</param>
public sealed record BoardChangeSet(
    Guid BoardId,
    long Version,
    Guid CommandId,
    Guid? ActorId,
    DateTime At,
    ImmutableArray<BoardEvent> Events,
    ImmutableArray<ActivityEntry> Activity
);
