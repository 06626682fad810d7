using System.Runtime.InteropServices;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live.History;

/// <summary>A moment at which something changed on a board.</summary>
/// <param name="At">UTC; never before that of the moment that it follows, whatever the clocks of two nodes say.</param>
/// <param name="Version">Board version of the commit that told it.</param>
public readonly record struct HistoryMoment(DateTime At, long Version);

/// <summary>What somebody did at a moment.</summary>
/// <param name="Moment">Number of the moment.</param>
/// <param name="Kind">What.</param>
/// <param name="ActorId">Who; null when that is not known.</param>
/// <param name="CardId">The card it was done to, if any.</param>
/// <param name="FromColumnId">The column the card came from.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HistoryStep(
    int Moment,
    ActivityKind Kind,
    Guid? ActorId,
    Guid? CardId,
    Guid? FromColumnId
);

/// <summary>A board as it was after a moment.</summary>
/// <param name="Moment">Number of the moment; -1 before the first.</param>
/// <param name="Board">The board; shares what is the same with the one that it was made from.</param>
public sealed record PastBoard(int Moment, BoardSnapshot Board)
{
    /// <summary>The facts of today that it was made with.</summary>
    internal int Generation { get; init; }
}
