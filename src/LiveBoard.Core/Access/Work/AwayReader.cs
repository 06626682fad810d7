using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access.Work;

/// <summary>
/// Tells somebody who comes back to a board what others did there meanwhile. Two statements. Thread-safe; lives as long as
/// the application.
/// </summary>
public sealed class AwayReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access, TimeProvider time)
{
    /// <summary>Whoever was away for less has not lost the thread.</summary>
    public static readonly TimeSpan Away = TimeSpan.FromMinutes(30);

    /// <summary>Entries that are read at most; the latest.</summary>
    public const int MaxEntries = 300;

    /// <summary>As much of a value before and after is read, in UTF-16 units.</summary>
    private const int ShownLength = 200;

    /// <summary>Entries are found by time and told apart by version; so far may the clocks of two nodes differ.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private static readonly ActivityKind[] Told =
    [
        ActivityKind.CardCreated,
        ActivityKind.CardDuplicated,
        ActivityKind.CardJoinedBoard,
        ActivityKind.CardMoved,
        ActivityKind.CardCommented,
    ];

    /// <summary>True when the person was away for long enough, by what they keep about the board.</summary>
    public bool IsWorthTelling(BoardBookmark bookmark) =>
        bookmark.LastVisitedAt is { } last && time.GetUtcNow().UtcDateTime - last >= Away;

    /// <summary>What happened on cards that are still there; null when the actor may not open the board.</summary>
    /// <param name="actor">Who comes back; their own doings are no news to them.</param>
    /// <param name="boardId">The board.</param>
    /// <param name="bookmark">What they keep about it from the last time.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AwayNews?> ReadAsync(
        Actor actor,
        Guid boardId,
        BoardBookmark bookmark,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) == BoardRole.None)
        {
            return null;
        }

        var last = bookmark.LastVisitedAt ?? DateTime.UnixEpoch;
        // A bookmark of before versions were noted knows the time only.
        var since = bookmark.LastSeenVersion is null ? last : last - Slack;
        var seen = bookmark.LastSeenVersion ?? 0;
        var rows = await (
            from entry in db.Activity
            where entry.BoardId == boardId && entry.At > since && entry.Version > seen && Told.Contains(entry.Kind)
            where !entry.IsImported && entry.ActorId != null && entry.ActorId != actor.PersonId
            join card in db.Cards on entry.CardId equals card.Id
            where card.BoardId == boardId && !card.IsArchived && card.DeletedAt == null
            where db.Columns.Any(c => c.Id == card.ColumnId && !c.IsArchived)
            orderby entry.Version descending, entry.Id descending
            from person in db.People.Where(p => p.Id == entry.ActorId).DefaultIfEmpty()
            from source in db.Columns.Where(c => c.Id == entry.FromColumnId).DefaultIfEmpty()
            select new Row(
                card.Id,
                card.Number,
                card.Title,
                entry.Id,
                entry.Kind,
                entry.At,
                entry.Before!.Substring(0, ShownLength),
                entry.After!.Substring(0, ShownLength),
                person,
                source == null ? null : source.Name,
                db.Columns.Any(c => c.Id == card.ColumnId && c.Stage == ColumnStage.Done)
            )
        )
            .AsNoTracking()
            .Take(MaxEntries + 1)
            .ToListAsync(cancellationToken);
        return Tell(rows);
    }

    private static AwayNews Tell(List<Row> rows)
    {
        var shown = rows.Take(MaxEntries).ToList();
        var done = CardsOf(shown, r => r.Kind == ActivityKind.CardMoved && r.IsDone);
        var moved = CardsOf(shown, r => r.Kind == ActivityKind.CardMoved);
        return new AwayNews(
            [
                // The order of the rows, which GroupBy keeps.
                .. shown
                    .GroupBy(r => r.CardId)
                    .Select(card => new AwayCard(
                        card.Key,
                        card.First().Number,
                        card.First().Title,
                        [.. card.Select(Details)]
                    )),
            ],
            moved.Except(done).Count(),
            CardsOf(shown, r => r.Kind is not (ActivityKind.CardMoved or ActivityKind.CardCommented)).Count,
            done.Count,
            CardsOf(shown, r => r.Kind == ActivityKind.CardCommented).Count,
            rows.Count > MaxEntries
        );
    }

    private static HashSet<Guid> CardsOf(List<Row> rows, Func<Row, bool> isMeant) =>
        [.. rows.Where(isMeant).Select(r => r.CardId)];

    private static ActivityDetails Details(Row row) =>
        new(
            row.Id,
            row.Kind,
            row.Person is null ? null : Snapshots.Of(row.Person),
            row.At,
            row.Before,
            row.After,
            row.FromColumn
        );

    private sealed record Row(
        Guid CardId,
        int Number,
        string Title,
        Guid Id,
        ActivityKind Kind,
        DateTime At,
        string? Before,
        string? After,
        Person? Person,
        string? FromColumn,
        bool IsDone
    );
}
