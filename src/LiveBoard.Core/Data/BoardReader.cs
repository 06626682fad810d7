using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Data;

/// <summary>
/// Reads a whole board as one consistent snapshot. Thread-safe. Takes no lock: it reads the version before and after
/// and starts over when somebody committed in between (a sequence lock), and only when a board is written without
/// pause does it hold the writers back for one read.
/// </summary>
public sealed class BoardReader(IDbContextFactory<LiveBoardDbContext> contexts, WriteQueue writes)
{
    private const int OptimisticReads = 3;

    /// <summary>The board as it is now, or null when there is none. Costs a constant number of statements.</summary>
    public async Task<BoardSnapshot?> ReadAsync(Guid boardId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        for (var attempt = 0; attempt < OptimisticReads; attempt++)
        {
            var snapshot = await ReadOnceAsync(db, boardId, cancellationToken);
            if (snapshot is null || snapshot.Version == await ReadVersionAsync(db, boardId, cancellationToken))
            {
                return snapshot;
            }
        }

        using var _ = await writes.EnterAsync(boardId, cancellationToken);
        return await ReadOnceAsync(db, boardId, cancellationToken);
    }

    private static Task<long> ReadVersionAsync(
        LiveBoardDbContext db,
        Guid boardId,
        CancellationToken cancellationToken
    ) => db.Boards.Where(b => b.Id == boardId).Select(b => b.Version).SingleAsync(cancellationToken);

    /// <summary>Reads it in the caller's unit of work; complete only if nobody commits meanwhile, which the version tells.</summary>
    internal static async Task<BoardSnapshot?> ReadOnceAsync(
        LiveBoardDbContext db,
        Guid boardId,
        CancellationToken cancellationToken
    )
    {
        var board = await db.Boards.AsNoTracking().SingleOrDefaultAsync(b => b.Id == boardId, cancellationToken);
        if (board is null)
        {
            return null;
        }

        return board.Kind == BoardKind.Dashboard
            ? await ReadDashboardAsync(db, board, cancellationToken)
            : await ReadKanbanAsync(db, board, cancellationToken);
    }

    /// <summary>Nothing but widgets stands on a dashboard.</summary>
    private static async Task<BoardSnapshot> ReadDashboardAsync(
        LiveBoardDbContext db,
        Board board,
        CancellationToken cancellationToken
    )
    {
        var widgets = await db
            .Widgets.AsNoTracking()
            .Where(w => w.BoardId == board.Id && w.DeletedAt == null)
            .ToListAsync(cancellationToken);
        return new BoardSnapshot(
            Snapshots.Of(board),
            board.Version,
            [],
            ImmutableDictionary<Guid, CardSnapshot>.Empty,
            ImmutableDictionary<Guid, LabelSnapshot>.Empty,
            ImmutableDictionary<Guid, PersonSnapshot>.Empty,
            ImmutableDictionary<Guid, FieldSnapshot>.Empty,
            widgets.Select(Snapshots.Of).ToImmutableDictionary(w => w.Id)
        );
    }

    private static async Task<BoardSnapshot> ReadKanbanAsync(
        LiveBoardDbContext db,
        Board board,
        CancellationToken cancellationToken
    )
    {
        var boardId = board.Id;
        var columns = await db
            .Columns.AsNoTracking()
            .Where(c => c.BoardId == boardId && !c.IsArchived)
            .ToListAsync(cancellationToken);
        var labels = await db.Labels.AsNoTracking().Where(l => l.BoardId == boardId).ToListAsync(cancellationToken);
        var cards = await ReadCardsAsync(db, boardId, cancellationToken);
        var cardsByColumn = cards.ToLookup(c => c.ColumnId);
        var ordered = columns
            .OrderBy(c => c.Position, StringComparer.Ordinal)
            .Select(c =>
                Snapshots.Of(c) with
                {
                    Cards = [.. cardsByColumn[c.Id].OrderBy(card => card.Position, StringComparer.Ordinal)],
                }
            )
            .ToImmutableArray();
        var onBoard = ordered.SelectMany(c => c.Cards).ToImmutableDictionary(c => c.Id);
        var people = await ReadPeopleAsync(db, boardId, cancellationToken);
        var fields = await db
            .CustomFields.AsNoTracking()
            .Where(f => f.BoardId == boardId && f.DeletedAt == null)
            .ToListAsync(cancellationToken);
        var named = onBoard.Values.SelectMany(c => c.PeopleIds).ToHashSet();
        var snapshot = new BoardSnapshot(
            Snapshots.Of(board),
            board.Version,
            ordered,
            onBoard,
            labels.Select(Snapshots.Of).ToImmutableDictionary(l => l.Id),
            people.Where(p => named.Contains(p.Id)).Select(Snapshots.Of).ToImmutableDictionary(p => p.Id),
            fields.Select(Snapshots.Of).ToImmutableDictionary(f => f.Id),
            ImmutableDictionary<Guid, WidgetSnapshot>.Empty
        );
        return Blockers.Reckon(snapshot);
    }

    /// <summary>Everyone who has a card of the board or stands in one of its fields, put-away ones included: a little more than needed, in one statement.</summary>
    private static Task<List<Person>> ReadPeopleAsync(
        LiveBoardDbContext db,
        Guid boardId,
        CancellationToken cancellationToken
    ) =>
        db
            .People.AsNoTracking()
            .Where(p =>
                db.CardAssignees.Any(a =>
                    a.PersonId == p.Id && db.Cards.Any(c => c.Id == a.CardId && c.BoardId == boardId)
                )
                || db.CustomFieldValues.Any(v =>
                    v.PersonId == p.Id && db.Cards.Any(c => c.Id == v.CardId && c.BoardId == boardId)
                )
            )
            .ToListAsync(cancellationToken);

    private static async Task<List<CardSnapshot>> ReadCardsAsync(
        LiveBoardDbContext db,
        Guid boardId,
        CancellationToken cancellationToken
    )
    {
        var onBoard = db.Cards.AsNoTracking().Where(c => c.BoardId == boardId && !c.IsArchived && c.DeletedAt == null);
        var labels = (
            await db
                .CardLabels.AsNoTracking()
                .Where(l => onBoard.Any(c => c.Id == l.CardId))
                .ToListAsync(cancellationToken)
        ).ToLookup(l => l.CardId, l => l.LabelId);
        var assignees = (
            await db
                .CardAssignees.AsNoTracking()
                .Where(a => onBoard.Any(c => c.Id == a.CardId))
                .ToListAsync(cancellationToken)
        ).ToLookup(a => a.CardId, a => a.PersonId);
        var values = (
            await db
                .CustomFieldValues.AsNoTracking()
                .Where(v => onBoard.Any(c => c.Id == v.CardId))
                .ToListAsync(cancellationToken)
        ).ToLookup(v => v.CardId);
        var blockers = (
            await db
                .CardLinks.AsNoTracking()
                .Where(l => l.Kind == CardLinkKind.Blocks && onBoard.Any(c => c.Id == l.ToCardId))
                .ToListAsync(cancellationToken)
        ).ToLookup(l => l.ToCardId, l => l.FromCardId);
        var cards = await onBoard.ToListAsync(cancellationToken);
        return cards.ConvertAll(c =>
            Snapshots.Of(
                c,
                Snapshots.Sorted(labels[c.Id]),
                Snapshots.Sorted(assignees[c.Id]),
                Snapshots.Sorted(values[c.Id]),
                Snapshots.Sorted(blockers[c.Id])
            )
        );
    }
}
