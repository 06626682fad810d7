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
    public Task<IReadOnlyList<Guid>> TellAsync(
        NotificationNews news,
        IEnumerable<Guid> people,
        CancellationToken cancellationToken
    ) => TellAsync([.. people.Select(id => (news, id))], cancellationToken);

    /// <summary>Tells each of them something. Statements for each person and board, not for each of the news.</summary>
    /// <returns>Who is told now.</returns>
    public async Task<IReadOnlyList<Guid>> TellAsync(
        IReadOnlyList<(NotificationNews News, Guid PersonId)> all,
        CancellationToken cancellationToken
    )
    {
        var wanted = all.Where(n => n.PersonId != n.News.ActorId).DistinctBy(n => (n.News.Key, n.PersonId)).ToList();
        if (wanted.Count == 0)
        {
            return [];
        }

        var people = wanted.Select(n => n.PersonId).Distinct().ToList();
        var keys = wanted.Select(n => n.News.Key).Distinct().ToList();
        var told = await db
            .Notifications.Where(n => people.Contains(n.PersonId) && EF.Parameter(keys).Contains(n.Key))
            .Select(n => new { n.Key, n.PersonId })
            .ToListAsync(cancellationToken);
        var settings = await db
            .NotificationSettings.Where(s => people.Contains(s.PersonId) && s.MutedKinds != 0)
            .ToDictionaryAsync(s => s.PersonId, s => s.MutedKinds, cancellationToken);
        var done = told.Select(n => (n.Key, n.PersonId)).ToHashSet();
        var newly = wanted
            .Where(n => !done.Contains((n.News.Key, n.PersonId)))
            .Where(n => (settings.GetValueOrDefault(n.PersonId) & KindBits.Bit(n.News.Kind)) == 0)
            .ToList();
        foreach (var reader in newly.GroupBy(n => (n.PersonId, n.News.BoardId)).ToList())
        {
            var role = await access.GetBoardRoleAsync(
                db,
                new Actor(reader.Key.PersonId),
                reader.Key.BoardId,
                cancellationToken
            );
            if (role == BoardRole.None)
            {
                newly.RemoveAll(n => (n.PersonId, n.News.BoardId) == reader.Key);
            }
        }

        db.Notifications.AddRange(newly.Select(n => Of(n.News, n.PersonId)));
        return [.. newly.Select(n => n.PersonId).Distinct()];
    }

    /// <summary>Takes back what somebody was told and has not read: the reason is gone.</summary>
    public Task TakeBackAsync(NotificationKind kind, Guid cardId, Guid personId, CancellationToken cancellationToken) =>
        TakeBackAsync(kind, [(cardId, personId)], cancellationToken);

    /// <summary>The same for many. One statement.</summary>
    public async Task TakeBackAsync(
        NotificationKind kind,
        IReadOnlyList<(Guid CardId, Guid PersonId)> taken,
        CancellationToken cancellationToken
    )
    {
        if (taken.Count == 0)
        {
            return;
        }

        var cards = taken.Select(t => t.CardId).Distinct().ToList();
        var people = taken.Select(t => t.PersonId).Distinct().ToList();
        var unread = await db
            .Notifications.Where(n => people.Contains(n.PersonId) && n.Kind == kind && n.ReadAt == null)
            .Where(n => EF.Parameter(cards).Contains(n.CardId))
            .ToListAsync(cancellationToken);
        var pairs = taken.ToHashSet();
        db.Notifications.RemoveRange(unread.Where(n => pairs.Contains((n.CardId, n.PersonId))));
    }

    private Notification Of(NotificationNews news, Guid personId) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = personId,
            Kind = news.Kind,
            CardId = news.CardId,
            ActorId = news.ActorId,
            CommentId = news.CommentId,
            Key = news.Key,
            At = now,
        };
}
