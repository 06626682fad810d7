using LiveBoard.Core.Access.Work;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards;

/// <summary>What the viewer has seen of the board, and what they have missed.</summary>
public sealed partial class BoardPage
{
    private (AwayNews News, DateTime Since)? _away;

    [Inject]
    private AwayReader Away { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>After the board is there: nobody should wait for either.</summary>
    private async Task GreetAsync(BoardClient client)
    {
        if (Away.IsWorthTelling(_bookmark))
        {
            var since = _bookmark.LastVisitedAt!.Value;
            var news = await Away.ReadAsync(client.Actor, client.BoardId, _bookmark, _closing.Token);
            if (ReferenceEquals(client, _client) && news is { Cards.IsEmpty: false })
            {
                _away = (news, since);
                StateHasChanged();
            }
        }

        if (ReferenceEquals(client, _client) && Bookmarks.IsVisitWorthNoting(_bookmark))
        {
            await NoteVisitAsync(client);
        }
    }

    /// <summary>What changed while the viewer looked on is no news to them when they come back.</summary>
    private Task NoteSeenAsync(BoardClient client) =>
        Bookmarks.IsLeavingWorthNoting(_bookmark, client.Board.Version) ? NoteVisitAsync(client) : Task.CompletedTask;

    private async Task NoteVisitAsync(BoardClient client)
    {
        var (bookmark, version) = (_bookmark, client.Board.Version);
        // Also when the page is closing: it is then that it counts.
        await Bookmarks.VisitAsync(client.Actor, client.BoardId, version, CancellationToken.None);
        (bookmark.LastVisitedAt, bookmark.LastSeenVersion) = (Time.GetUtcNow().UtcDateTime, version);
    }

    private void CloseAwayNote() => _away = null;
}
