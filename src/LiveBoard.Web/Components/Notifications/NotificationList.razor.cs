using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Events;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Notifications;

public sealed partial class NotificationList
{
    private NotificationPage? _page;
    private int _count = NotificationService.PageSize;

    [Inject]
    private NotificationService Notifications { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task ReadAsync() =>
        _page = await Notifications.ReadAsync(Actor, count: _count, cancellationToken: Closing);

    /// <inheritdoc />
    protected override bool IsConcerned(DirectoryEvent change) =>
        change switch
        {
            NotificationsChanged told => told.PersonId == Actor.PersonId,
            AccessChanged access => access.PersonId is null || access.PersonId == Actor.PersonId,
            _ => false,
        };

    private Task ReadEarlierAsync()
    {
        _count += NotificationService.PageSize;
        return ReadAsync();
    }

    private Task MarkAsync(NotificationListing item) =>
        Notifications.MarkAsync(Actor, new NotificationMark(item.Id, IsRead: !item.IsRead), Closing);
}
