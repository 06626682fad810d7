using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LiveBoard.Core.Data;

/// <summary>Tells from a changed row what it means for people, workspaces, lists of boards and access.</summary>
internal static class DirectoryCapture
{
    public static void Note(EntityEntry entry, PendingChanges pending)
    {
        switch (entry.Entity)
        {
            case Person person when entry.State == EntityState.Modified:
                pending.Add(new PersonChanged(Snapshots.Of(person)));
                break;
            case ApplicationUser user:
                pending.Add(new AccountsChanged());
                if (entry.State != EntityState.Added && IsAccessChanged(entry))
                {
                    pending.Add(new AccessChanged(user.Id, WorkspaceId: null, BoardId: null));
                }

                break;
            case Workspace workspace:
                pending.Add(new WorkspaceChanged(workspace.Id));
                break;
            case WorkspaceMember member:
                pending.Add(new WorkspaceChanged(member.WorkspaceId));
                pending.Add(new AccessChanged(member.PersonId, member.WorkspaceId, BoardId: null));
                break;
            case BoardMember member:
                pending.Add(new AccessChanged(member.PersonId, WorkspaceId: null, member.BoardId));
                break;
            case Board board when entry.State == EntityState.Added || IsListingChanged(entry):
                pending.Add(new BoardListed(board.WorkspaceId, board.Id));
                if (entry.State == EntityState.Modified)
                {
                    pending.Add(new AccessChanged(PersonId: null, WorkspaceId: null, board.Id));
                }

                break;
            case Card card when entry.State == EntityState.Added || IsCountChanged(entry):
                pending.Add(new CardCountChanged(card.BoardId));
                var boardBefore = (Guid)entry.Property(nameof(Card.BoardId)).OriginalValue!;
                if (boardBefore != card.BoardId)
                {
                    pending.Add(new CardCountChanged(boardBefore));
                }

                break;
            case Invitation invitation:
                pending.Add(new WorkspaceChanged(invitation.WorkspaceId));
                break;
            case GuestLink link:
                // Guests among the viewers lose or gain by it; asking the others as well costs one statement each.
                pending.Add(new AccessChanged(PersonId: null, WorkspaceId: null, link.BoardId));
                break;
            case Notification notification:
                pending.Add(new NotificationsChanged(notification.PersonId));
                break;
            case CardWatch watch:
                pending.Add(new WatchChanged(watch.PersonId, watch.CardId));
                break;
            case MetricSeries series:
                // Of its points as well: none changes without the version of its series.
                pending.Add(new MetricsChanged(series.WorkspaceId, series.Id));
                break;
            case ApiToken token:
                pending.Add(new ApiTokensChanged(token.WorkspaceId));
                break;
            case InstanceSettings:
                pending.Add(new InstanceChanged());
                break;
            case BoardBookmark bookmark:
                pending.Add(new BookmarkChanged(bookmark.PersonId, bookmark.BoardId, IsStarChanged(entry, bookmark)));
                break;
            default:
                break;
        }
    }

    private static bool IsAccessChanged(EntityEntry entry) =>
        entry.State == EntityState.Deleted
        || entry.Property(nameof(ApplicationUser.IsDisabled)).IsModified
        || entry.Property(nameof(ApplicationUser.IsAdministrator)).IsModified
        || entry.Property(nameof(ApplicationUser.SecurityStamp)).IsModified;

    private static bool IsStarChanged(EntityEntry entry, BoardBookmark bookmark) =>
        entry.State == EntityState.Modified
            ? entry.Property(nameof(BoardBookmark.IsStarred)).IsModified
            : bookmark.IsStarred;

    private static bool IsCountChanged(EntityEntry entry) =>
        entry.State == EntityState.Deleted
        || entry.Property(nameof(Card.BoardId)).IsModified
        || entry.Property(nameof(Card.IsArchived)).IsModified
        || entry.Property(nameof(Card.DeletedAt)).IsModified;

    private static bool IsListingChanged(EntityEntry entry) =>
        entry.State == EntityState.Deleted
        || entry.Property(nameof(Board.Name)).IsModified
        || entry.Property(nameof(Board.Visibility)).IsModified
        || entry.Property(nameof(Board.WorkspaceRole)).IsModified
        || entry.Property(nameof(Board.IsArchived)).IsModified;
}
