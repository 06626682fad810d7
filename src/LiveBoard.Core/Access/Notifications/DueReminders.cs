using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Notifications;

/// <summary>
/// Tells people of cards that are due soon or overdue, each once for each due date, however many nodes look. Thread-safe;
/// lives as long as the application.
/// </summary>
public sealed class DueReminders(
    IDbContextFactory<LiveBoardDbContext> contexts,
    AccessService access,
    WriteQueue writes,
    TimeProvider time
)
{
    /// <summary>People are reminded so long before, unless the card says otherwise.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromDays(1);

    /// <summary>Nobody is told of what has been overdue for longer: it was known, or came with an import.</summary>
    public static readonly TimeSpan News = TimeSpan.FromDays(2);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(28);

    private readonly Lock _gate = new();
    private HashSet<string> _told = [];

    /// <summary>Looks at what is due now.</summary>
    /// <returns>How many notifications there are more.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = (await CandidatesAsync(db, now, cancellationToken))
            .Select(card => (Card: card, News: NewsOf(card, now)))
            .Where(d => d.News is not null)
            .ToDictionary(d => d.News!.Key, d => (d.Card, News: d.News!));
        var keys = due.Keys.Where(key => !IsTold(key)).ToList();
        if (keys.Count == 0)
        {
            Remember(due.Keys);
            return 0;
        }

        using var turn = await writes.EnterAsync(Guid.Empty, cancellationToken);
        var stored = await db
            .Notifications.Where(n => keys.Contains(n.Key))
            .Select(n => n.Key)
            .Distinct()
            .ToListAsync(cancellationToken);
        var writer = new NotificationWriter(db, access, now);
        var count = 0;
        foreach (var key in keys.Except(stored))
        {
            var (card, news) = due[key];
            var people = await PeopleAsync(db, card, cancellationToken);
            count += (await writer.TellAsync(news, people, cancellationToken)).Count;
        }

        await db.SaveChangesAsync(cancellationToken);
        Remember(due.Keys);
        return count;
    }

    private static Task<List<Card>> CandidatesAsync(
        LiveBoardDbContext db,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (now - News, now + Longest);
        return db
            .Cards.AsNoTracking()
            .Include(c => c.Assignees)
            .Where(c => c.DueAt > from && c.DueAt <= to && !c.IsDueDone && !c.IsArchived && c.DeletedAt == null)
            .Where(c => db.Columns.Any(column => column.Id == c.ColumnId && !column.IsArchived))
            .Where(c => db.Boards.Any(board => board.Id == c.BoardId && !board.IsArchived))
            .ToListAsync(cancellationToken);
    }

    private static NotificationNews? NewsOf(Card card, DateTime now)
    {
        var due = card.DueAt!.Value;
        if (due <= now)
        {
            return new NotificationNews(
                NotificationKind.Overdue,
                card.BoardId,
                card.Id,
                $"overdue:{card.Id:N}:{due.Ticks}"
            );
        }

        var before = card.ReminderMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : Usual;
        return due - before <= now
            ? new NotificationNews(NotificationKind.DueSoon, card.BoardId, card.Id, $"due:{card.Id:N}:{due.Ticks}")
            : null;
    }

    /// <summary>Whoever has it, or whoever made it when nobody does; and what people said about being told.</summary>
    private static Task<HashSet<Guid>> PeopleAsync(
        LiveBoardDbContext db,
        Card card,
        CancellationToken cancellationToken
    )
    {
        Guid?[] maker = card.Assignees.Count == 0 ? [card.CreatedById] : [];
        var people = card.Assignees.Select(a => a.PersonId).Concat(maker.OfType<Guid>());
        return CardAudience.HeedAsync(db, card.Id, people, cancellationToken);
    }

    private bool IsTold(string key)
    {
        lock (_gate)
        {
            return _told.Contains(key);
        }
    }

    private void Remember(IEnumerable<string> keys)
    {
        lock (_gate)
        {
            _told = [.. keys];
        }
    }
}
