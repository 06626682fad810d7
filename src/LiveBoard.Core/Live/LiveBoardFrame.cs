using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;

namespace LiveBoard.Core.Live;

/// <summary>What is shown of a board at one moment: the board, and who touched which card just now. Shared by all viewers.</summary>
/// <param name="Board">The board.</param>
/// <param name="Touches">The last touch of each card that was touched within <see cref="CardTouch.Lifetime"/>, by card.</param>
/// <param name="Number">
/// Rises with each frame of an open board: frames travel to viewers side by side, and an older one must not come after a
/// newer one. The board's version will not do, because a person's new name makes a frame too.
/// </param>
public sealed record LiveBoardFrame(BoardSnapshot Board, ImmutableDictionary<Guid, CardTouch> Touches, long Number = 0)
{
    /// <summary>When the change that made it came in, for <see cref="LiveBoardMeter.DeliveryDuration"/>; 0 while nobody listens to that.</summary>
    internal long HeardAt { get; init; }

    /// <summary>
    /// The frame after this one; this one itself when it would show the same. A number without a new picture would be
    /// given twice, and what was offered under it would keep the next picture out.
    /// </summary>
    internal LiveBoardFrame Next(BoardSnapshot board, ImmutableDictionary<Guid, CardTouch> touches) =>
        ReferenceEquals(board, Board) && ReferenceEquals(touches, Touches)
            ? this
            : new LiveBoardFrame(board, touches, Number + 1);
}

/// <summary>Who changed a card just now, for a short highlight.</summary>
/// <param name="Actor">Who; null when it was the system or somebody who does not have the board open.</param>
/// <param name="ActorId">Who, by id; null for the system.</param>
/// <param name="Kind">What they did; null when it was only given another place in its column.</param>
/// <param name="FromColumn">Name of the column it came from, when it changed column.</param>
/// <param name="Version">Board version of the commit.</param>
/// <param name="At">When it was committed, UTC.</param>
public sealed record CardTouch(
    PersonSnapshot? Actor,
    Guid? ActorId,
    ActivityKind? Kind,
    string? FromColumn,
    long Version,
    DateTime At
)
{
    /// <summary>How long a touch is worth showing.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);
}

/// <summary>What a viewer is handed: the newest frame and what they may do, or the news that they may not see it any more.</summary>
/// <param name="Frame">The newest frame; null when the viewer lost access.</param>
/// <param name="Role">The viewer's role now.</param>
public sealed record LiveBoardUpdate(LiveBoardFrame? Frame, BoardRole Role)
{
    /// <summary>The end of a subscription whose viewer lost access.</summary>
    public static readonly LiveBoardUpdate AccessLost = new(null, BoardRole.None);
}
