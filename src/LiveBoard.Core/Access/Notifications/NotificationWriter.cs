using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>
/// Tells people, as part of the unit of work that gives the reason: both are stored or neither. Whoever may not open the
/// board, does not want to know, or has been told already is left out.
/// </summary>
internal sealed class NotificationWriter(LiveBoardDbContext db, AccessService access, DateTime now)
{
    /// <summary>Tells them.</summary>
    /// <returns>Who is told now.</returns>
    public async Task<IReadOnlyList<Guid>> TellAsync(
        NotificationNews news,
        IEnumerable<Guid> people,
        CancellationToken cancellationToken
    )
    {
        var wanted = people.Where(id => id != news.ActorId).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var told = await db
            .Notifications.Where(n => wanted.Contains(n.PersonId) && n.Key == news.Key)
            .Select(n => n.PersonId)
            .ToListAsync(cancellationToken);
        var bit = KindBits.Bit(news.Kind);
        var muted = await db
            .NotificationSettings.Where(s => wanted.Contains(s.PersonId) && (s.MutedKinds & bit) != 0)
            .Select(s => s.PersonId)
            .ToListAsync(cancellationToken);
        var newly = new List<Guid>();
        foreach (var id in wanted.Except(told).Except(muted))
        {
            if (await access.GetBoardRoleAsync(db, new Actor(id), news.BoardId, cancellationToken) > BoardRole.None)
            {
                newly.Add(id);
                db.Notifications.Add(
                    new Notification
                    {
                        Id = Guid.CreateVersion7(),
                        PersonId = id,
                        Kind = news.Kind,
                        CardId = news.CardId,
                        ActorId = news.ActorId,
                        CommentId = news.CommentId,
                        Key = news.Key,
                        At = now,
                    }
                );
            }
        }

        return newly;
    }

    /// <summary>Takes back what somebody was told and has not read: the reason is gone.</summary>
    public async Task TakeBackAsync(
        NotificationKind kind,
        Guid cardId,
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        db.Notifications.RemoveRange(
            await db
                .Notifications.Where(n =>
                    n.PersonId == personId && n.CardId == cardId && n.Kind == kind && n.ReadAt == null
                )
                .ToListAsync(cancellationToken)
        );
}
