using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live;

/// <summary>The same for the product itself, which works something out from boards.</summary>
public sealed partial class LiveBoardRegistry
{
    /// <summary>
    /// Follows a board on nobody's behalf. Whoever hands on what comes of it asks, for each who gets it, whether they may
    /// read the board.
    /// </summary>
    /// <returns>The hold, with the first frame; null when there is no such board.</returns>
    internal Task<LiveBoardSubscription?> FollowAsync(
        Guid boardId,
        Func<LiveBoardFrame, Task> onFrame,
        CancellationToken cancellationToken = default
    ) =>
        SubscribeAsync(
            boardId,
            viewer: null,
            () => ValueTask.FromResult(BoardRole.Viewer),
            update => onFrame(update.Frame!),
            cancellationToken
        );
}
