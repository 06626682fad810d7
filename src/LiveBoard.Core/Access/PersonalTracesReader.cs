using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>The part of <see cref="PersonalData"/> that is about cards: told with their names as far as one may open their boards.</summary>
internal static class PersonalTracesReader
{
    public static async Task<PersonalNews> ReadNewsAsync(
        LiveBoardDbContext db,
        Guid id,
        Dictionary<Guid, string> names,
        CancellationToken cancellationToken
    )
    {
        var wish = await db.NotificationSettings.SingleOrDefaultAsync(s => s.PersonId == id, cancellationToken);
        var watches = await (
            from watch in db.CardWatches
            where watch.PersonId == id
            join card in db.Cards on watch.CardId equals card.Id
            orderby card.BoardId, card.Number
            select new { card, watch.IsOn }
        ).ToListAsync(cancellationToken);
        var told = await (
            from news in db.Notifications
            where news.PersonId == id
            join card in db.Cards on news.CardId equals card.Id
            orderby news.At
            select new { card, news }
        ).ToListAsync(cancellationToken);
        return new PersonalNews(
            wish?.MailMode ?? default,
            Kinds(wish?.MutedKinds ?? 0),
            Kinds(wish?.UnmailedKinds ?? 0),
            [.. watches.Where(w => w.IsOn).Select(w => CardOf(w.card, names))],
            [.. watches.Where(w => !w.IsOn).Select(w => CardOf(w.card, names))],
            [
                .. told.Select(t => new PersonalNotification(
                    t.news.At,
                    t.news.ReadAt,
                    t.news.Kind,
                    CardOf(t.card, names)
                )),
            ]
        );
    }

    public static async Task<PersonalTraces> ReadTracesAsync(
        LiveBoardDbContext db,
        Guid id,
        Dictionary<Guid, string> names,
        CancellationToken cancellationToken
    )
    {
        var assigned = await (
            from assignee in db.CardAssignees
            where assignee.PersonId == id
            join card in db.Cards on assignee.CardId equals card.Id
            orderby card.BoardId, card.Number
            select card
        ).ToListAsync(cancellationToken);
        var files = await (
            from file in db.Attachments
            where file.AddedById == id
            join card in db.Cards on file.CardId equals card.Id
            orderby file.CreatedAt
            select new { card.BoardId, file }
        ).ToListAsync(cancellationToken);
        var numbers = await (
            from point in db.MetricPoints
            where point.EnteredById == id
            join series in db.MetricSeries on point.SeriesId equals series.Id
            orderby series.Name, point.At
            select new
            {
                point.At,
                point.Value,
                Series = db.WorkspaceMembers.Any(m => m.PersonId == id && m.WorkspaceId == series.WorkspaceId)
                    ? series.Name
                    : null,
            }
        ).ToListAsync(cancellationToken);
        return new PersonalTraces(
            [.. assigned.Select(card => CardOf(card, names))],
            [
                .. files.Select(f => new PersonalFile(
                    names.GetValueOrDefault(f.BoardId),
                    f.file.CreatedAt,
                    f.file.Name,
                    f.file.Size
                )),
            ],
            [.. numbers.Select(n => new PersonalNumber(n.Series, n.At, n.Value))],
            await db
                .ApiTokens.Where(t => t.CreatedById == id)
                .OrderBy(t => t.CreatedAt)
                .Select(t => new PersonalToken(t.Name, t.CreatedAt, t.LastUsedAt, t.RevokedAt))
                .ToListAsync(cancellationToken)
        );
    }

    private static PersonalCard CardOf(Card card, Dictionary<Guid, string> names) =>
        names.TryGetValue(card.BoardId, out var board) ? new PersonalCard(board, card.Title) : new(null, null);

    private static IReadOnlyList<NotificationKind> Kinds(int bits) => [.. KindBits.Of(bits).Order()];
}
