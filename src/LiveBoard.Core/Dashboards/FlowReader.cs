using System.Data.Common;
using System.Runtime.CompilerServices;
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

    private const int BatchSize = 4_096;

    /// <summary>The board's log between two versions, in the order that <see cref="Flow.FlowLedger"/> takes, in batches.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="after">Entries of this version and before are left out.</param>
    /// <param name="until">The last version.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async IAsyncEnumerable<IReadOnlyList<ActivityEntry>> ReadAsync(
        Guid boardId,
        long after,
        long until,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // The translation is the framework's, the reading is not: of a hundred thousand rows, half of the time was spent on
        // what stands between a row and its object. No identities of entries, because each that is read as text costs.
        var rows = db
            .Activity.Where(e =>
                e.BoardId == boardId && e.Version > after && e.Version <= until && Kinds.Contains(e.Kind)
            )
            .OrderBy(e => e.Version)
            .ThenBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => new
            {
                e.Version,
                e.At,
                e.Kind,
                e.CardId,
                e.ColumnId,
            });
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = rows.CreateDbCommand();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var batch = new List<ActivityEntry>();
        // The rows are there or come at once: waiting for each by itself would cost more than the row.
        while (reader.Read())
        {
            batch.Add(Entry(reader, boardId));
            if (batch.Count == BatchSize)
            {
                yield return batch;
                batch = [];
            }
        }

        yield return batch;
    }

    private static ActivityEntry Entry(DbDataReader row, Guid boardId) =>
        new()
        {
            Id = Guid.Empty,
            BoardId = boardId,
            Version = row.GetInt64(0),
            At = DateTime.SpecifyKind(row.GetDateTime(1), DateTimeKind.Utc),
            Kind = (ActivityKind)row.GetInt32(2),
            CardId = row.IsDBNull(3) ? null : row.GetGuid(3),
            ColumnId = row.IsDBNull(4) ? null : row.GetGuid(4),
        };

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
