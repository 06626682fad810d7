using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Live.History;

/// <summary>Reads what a board's past is made from. Thread-safe.</summary>
public sealed class HistoryReader(IDbContextFactory<LiveBoardDbContext> contexts)
{
    /// <summary>What says nothing about how a board looked. Most of all not read: descriptions in full, before and after.</summary>
    private static readonly ActivityKind[] Silent =
    [
        ActivityKind.CardDescribed,
        ActivityKind.CommentEdited,
        ActivityKind.ChecklistChanged,
        ActivityKind.ChecklistAdded,
        ActivityKind.ChecklistRenamed,
        ActivityKind.ChecklistRemoved,
        ActivityKind.ChecklistRestored,
        ActivityKind.ItemAdded,
        ActivityKind.ItemEdited,
        ActivityKind.ItemDone,
        ActivityKind.ItemUndone,
        ActivityKind.ItemRemoved,
        ActivityKind.ItemRestored,
        ActivityKind.ItemAssigned,
        ActivityKind.ItemDueSet,
        ActivityKind.ItemTurnedIntoCard,
        ActivityKind.CardReminderSet,
        ActivityKind.CardLinked,
        ActivityKind.CardUnlinked,
        ActivityKind.CardFieldSet,
        ActivityKind.CardCoverSet,
        ActivityKind.AttachmentRenamed,
    ];

    /// <summary>True when the entry says something about how the board looked.</summary>
    public static bool IsTelling(ActivityEntry entry) => Array.IndexOf(Silent, entry.Kind) < 0;

    /// <summary>The board's log between two versions, in the order that <see cref="BoardHistory"/> takes.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="after">Entries of this version and before are left out.</param>
    /// <param name="until">The last version.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<ActivityEntry>> ReadAsync(
        Guid boardId,
        long after,
        long until,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db
            .Activity.AsNoTracking()
            .Where(e => e.BoardId == boardId && e.Version > after && e.Version <= until && !Silent.Contains(e.Kind))
            .OrderBy(e => e.Version)
            .ThenBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => new
            {
                e.Version,
                e.At,
                e.ActorId,
                e.Kind,
                e.CardId,
                e.ColumnId,
                e.FromColumnId,
                e.Position,
                e.FromPosition,
                e.SubjectId,
                e.Before,
                // What somebody said may be long, and is not shown.
                After = e.Kind == ActivityKind.CardCommented ? null : e.After,
            })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ActivityEntry
        {
            // Each identity that is read as text costs; of a hundred thousand entries that is felt.
            Id = Guid.Empty,
            BoardId = boardId,
            Version = row.Version,
            At = row.At,
            ActorId = row.ActorId,
            Kind = row.Kind,
            CardId = row.CardId,
            ColumnId = row.ColumnId,
            FromColumnId = row.FromColumnId,
            Position = row.Position,
            FromPosition = row.FromPosition,
            SubjectId = row.SubjectId,
            Before = row.Before,
            After = row.After,
        });
    }

    /// <summary>What is true today and cannot be seen on the board.</summary>
    /// <param name="now">The board.</param>
    /// <param name="entries">Its log.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<HistoryStart> ReadStartAsync(
        BoardSnapshot now,
        IReadOnlyList<ActivityEntry> entries,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var begin = await db.Boards.Where(b => b.Id == now.Id).Select(b => b.CreatedAt).SingleAsync(cancellationToken);
        var columns = await db
            .Columns.AsNoTracking()
            .Where(c => c.BoardId == now.Id && c.IsArchived)
            .ToListAsync(cancellationToken);
        // One that has come onto the board since is known from there.
        var cards = (await ReadHiddenCardsAsync(db, now.Id, cancellationToken)).FindAll(c =>
            !now.Cards.ContainsKey(c.Id)
        );
        return new HistoryStart(
            begin,
            cards.ConvertAll(c => new HiddenCard(Snapshots.Of(c), c.IsOnBoard)),
            [.. columns.Where(c => now.FindColumn(c.Id) is null).Select(Snapshots.Of)],
            await ReadPeopleAsync(db, PeopleIn(entries, cards), cancellationToken),
            await ReadLeftAsync(db, now.Id, entries, cancellationToken)
        );
    }

    private static Task<List<Card>> ReadHiddenCardsAsync(
        LiveBoardDbContext db,
        Guid boardId,
        CancellationToken cancellationToken
    ) =>
        db
            .Cards.AsNoTracking()
            .Where(c =>
                c.BoardId == boardId
                && (c.IsArchived || c.DeletedAt != null || db.Columns.Any(l => l.Id == c.ColumnId && l.IsArchived))
            )
            .Include(c => c.Labels)
            .Include(c => c.Assignees)
            .Include(c => c.FieldValues)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);

    private static List<Guid> PeopleIn(IReadOnlyList<ActivityEntry> entries, List<Card> cards) =>
        [
            .. entries
                .SelectMany(e => new[] { e.ActorId, e.SubjectId })
                .OfType<Guid>()
                .Concat(cards.SelectMany(c => c.Assignees).Select(a => a.PersonId))
                .Distinct(),
        ];

    private static async Task<IReadOnlyList<PersonSnapshot>> ReadPeopleAsync(
        LiveBoardDbContext db,
        List<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        return people.ConvertAll(Snapshots.Of);
    }

    /// <summary>Cards that went to another board and are still kept there.</summary>
    private static async Task<IReadOnlyList<Guid>> ReadLeftAsync(
        LiveBoardDbContext db,
        Guid boardId,
        IReadOnlyList<ActivityEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var left = entries.Where(e => e.Kind == ActivityKind.CardLeftBoard).Select(e => e.CardId).Distinct().ToList();
        return left.Count == 0
            ? []
            : await db
                .Cards.Where(c => left.Contains(c.Id) && c.BoardId != boardId)
                .Select(c => c.Id)
                .ToListAsync(cancellationToken);
    }
}
