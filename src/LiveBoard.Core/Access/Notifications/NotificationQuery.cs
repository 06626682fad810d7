using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>
/// A person's notifications as far as they may be shown now: not about boards that the person may not open any more, cards
/// in the trash, or comments that were taken away.
/// </summary>
internal static class NotificationQuery
{
    private const int ExcerptLength = 200;

    public static IQueryable<Notification> Shown(
        LiveBoardDbContext db,
        Guid personId,
        IReadOnlyCollection<Guid> boardIds
    ) =>
        db.Notifications.Where(n =>
            n.PersonId == personId
            && db.Cards.Any(c => c.Id == n.CardId && c.DeletedAt == null && boardIds.Contains(c.BoardId))
            && (n.CommentId == null || db.Comments.Any(c => c.Id == n.CommentId && c.DeletedAt == null))
        );

    /// <summary>With the words.</summary>
    public static async Task<List<NotificationListing>> ReadAsync(
        LiveBoardDbContext db,
        IQueryable<Notification> notifications,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from n in notifications
            join card in db.Cards on n.CardId equals card.Id
            join board in db.Boards on card.BoardId equals board.Id
            from actor in db.People.Where(p => p.Id == n.ActorId).DefaultIfEmpty()
            from comment in db.Comments.Where(c => c.Id == n.CommentId).DefaultIfEmpty()
            select new
            {
                n,
                card.Number,
                card.Title,
                card.BoardId,
                BoardName = board.Name,
                actor,
                Excerpt = comment == null ? null : comment.Text.Substring(0, ExcerptLength),
            }
        )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new NotificationListing(
            r.n.Id,
            r.n.Kind,
            r.actor is null ? null : Snapshots.Of(r.actor),
            r.BoardId,
            r.BoardName,
            r.Number,
            r.Title,
            r.Excerpt,
            r.n.At,
            r.n.ReadAt is not null
        ));
    }
}
