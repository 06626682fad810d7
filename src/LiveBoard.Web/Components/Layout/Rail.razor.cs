using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Events;
using LiveBoard.Web.Components.Notifications;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Layout;

public sealed partial class Rail
{
    private OwnListing? _own;
    private ImmutableArray<StarredBoard> _starred = [];

    [Inject]
    private BoardDirectory Directory { get; set; } = null!;

    [Inject]
    private NotificationService Notifications { get; set; } = null!;

    [Inject]
    private NewsHost News { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task ReadAsync()
    {
        var rail = await Directory.ReadRailAsync(Actor, Closing);
        _own = rail?.Own;
        _starred = rail?.Starred ?? [];
        News.Show(await Notifications.CountUnreadAsync(Actor, Closing));
    }

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            NotificationsChanged told => told.PersonId == Actor.PersonId,
            AccessChanged access => access.PersonId == Actor.PersonId || IsStarred(access.BoardId),
            BoardListed listed => IsStarred(listed.BoardId),
            BookmarkChanged bookmark => bookmark.IsStarChanged && bookmark.PersonId == Actor.PersonId,
            PersonChanged changed => changed.Person.Id == Actor.PersonId,
            _ => false,
        };

    private bool IsStarred(Guid? boardId) => _starred.Any(b => b.Id == boardId);
}
