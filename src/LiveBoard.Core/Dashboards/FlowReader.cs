using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Dashboards;

/// <summary>Reads what the flow of a board is worked out from. Thread-safe.</summary>
public sealed class FlowReader(IDbContextFactory<LiveBoardDbContext> contexts)
{
    /// <summary>More of a value is never shown in one sentence.</summary>
    private const int ExcerptLength = 200;

    /// <summary>The kinds of entries that say where cards stand.</summary>
    private static readonly ActivityKind[] Kinds =
    [
        ActivityKind.CardCreated,
        ActivityKind.CardDuplicated,
        ActivityKind.CardJoinedBoard,
        ActivityKind.CardRestored,
        ActivityKind.CardMoved,
        ActivityKind.CardArchived,
        ActivityKind.CardDeleted,
        ActivityKind.CardLeftBoard,
        ActivityKind.ColumnArchived,
        ActivityKind.ColumnRestored,
    ];

    /// <summary>The board's log between two versions, in the order that <see cref="Flow.FlowLedger"/> takes.</summary>
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
        var entries = await db
            .Activity.AsNoTracking()
            .Where(e => e.BoardId == boardId && e.Version > after && e.Version <= until && Kinds.Contains(e.Kind))
            .OrderBy(e => e.Version)
            .ThenBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => new ActivityEntry
            {
                // Each identity that is read as text costs; of a hundred thousand entries that is felt.
                Id = Guid.Empty,
                BoardId = boardId,
                Version = e.Version,
                At = e.At,
                Kind = e.Kind,
                CardId = e.CardId,
                ColumnId = e.ColumnId,
            })
            .ToListAsync(cancellationToken);
        return entries;
    }

    /// <summary>What people did on a board lately, newest first.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="count">How many entries at most.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<IReadOnlyList<RecentActivity>> ReadRecentAsync(
        Guid boardId,
        int count,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from entry in db.Activity
            where entry.BoardId == boardId && entry.Kind != ActivityKind.CardReordered
            orderby entry.At descending, entry.Id descending
            from person in db.People.Where(p => p.Id == entry.ActorId).DefaultIfEmpty()
            from column in db.Columns.Where(c => c.Id == entry.FromColumnId).DefaultIfEmpty()
            from card in db.Cards.Where(c => c.Id == entry.CardId && c.BoardId == boardId).DefaultIfEmpty()
            select new
            {
                entry,
                person,
                FromColumn = column == null ? null : column.Name,
                Number = card == null ? null : (int?)card.Number,
                Title = card == null ? null : card.Title,
            }
        )
            .AsNoTracking()
            .Take(count)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new RecentActivity(
                boardId,
                new ActivityDetails(
                    row.entry.Id,
                    row.entry.Kind,
                    row.person is null ? null : Snapshots.Of(row.person),
                    row.entry.At,
                    Excerpt(row.entry.Before),
                    Excerpt(row.entry.After),
                    row.FromColumn
                ),
                row.Number,
                row.Title
            )),
        ];
    }

    private static string? Excerpt(string? text) => text is { Length: > ExcerptLength } ? text[..ExcerptLength] : text;

    /// <summary>Where work stands in each column of the board, put-away ones included.</summary>
    public async Task<IReadOnlyDictionary<Guid, ColumnStage>> ReadStagesAsync(
        Guid boardId,
        CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db
            .Columns.Where(c => c.BoardId == boardId)
            .ToDictionaryAsync(c => c.Id, c => c.Stage, cancellationToken);
    }
}
