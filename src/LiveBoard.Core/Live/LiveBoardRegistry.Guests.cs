using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live;

/// <summary>The same for those who came in by a link for guests: their one board, to look at.</summary>
public sealed partial class LiveBoardRegistry
{
    /// <summary>The board that a guest may look at, as it is now; null when there is none.</summary>
    public async Task<LiveBoardFrame?> PeekAsync(GuestPass pass, CancellationToken cancellationToken = default) =>
        await _guests.FindAsync(pass, cancellationToken) is { } view
            ? await PeekAsync(view.BoardId, cancellationToken)
            : null;

    /// <summary>Starts viewing the board that a guest may look at. Asked for again as for anybody, and when the link's time is over.</summary>
    /// <returns>The hold, with the first frame; null when the link shows nothing.</returns>
    public async Task<LiveBoardSubscription?> SubscribeAsync(
        GuestPass pass,
        Func<LiveBoardUpdate, Task> onUpdate,
        CancellationToken cancellationToken = default
    )
    {
        if (await _guests.FindAsync(pass, cancellationToken) is not { } view)
        {
            return null;
        }

        var subscription = await SubscribeAsync(
            view.BoardId,
            viewer: null,
            async () =>
                await _guests.FindAsync(pass, CancellationToken.None) is null ? BoardRole.None : BoardRole.Viewer,
            onUpdate,
            cancellationToken
        );
        if (view.Until is { } until)
        {
            subscription?.EndAt(until, _time);
        }

        return subscription;
    }
}
