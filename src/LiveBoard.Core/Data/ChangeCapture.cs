using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LiveBoard.Core.Data;

/// <summary>One save's capture: which boards it touches, what is true of them afterwards, and their next version.</summary>
internal sealed class ChangeCapture(LiveBoardDbContext db, TimeProvider time)
{
    private readonly Dictionary<Guid, BoardDelta> _deltas = [];
    private readonly PendingChanges _pending = PendingChanges.For(db);

    public void Capture()
    {
        NoteChanges();
        foreach (var missing in MissingCollections())
        {
            missing.Load();
        }

        if (MissingPeople() is { Count: > 0 } people)
        {
            db.People.Where(p => people.Contains(p.Id)).Load();
        }

        foreach (var boardId in UntrackedBoards())
        {
            _ = db.Boards.Single(b => b.Id == boardId);
        }

        Finish();
    }

    public async Task CaptureAsync(CancellationToken cancellationToken)
    {
        NoteChanges();
        foreach (var missing in MissingCollections())
        {
            await missing.LoadAsync(cancellationToken);
        }

        if (MissingPeople() is { Count: > 0 } people)
        {
            await db.People.Where(p => people.Contains(p.Id)).LoadAsync(cancellationToken);
        }

        foreach (var boardId in UntrackedBoards())
        {
            _ = await db.Boards.SingleAsync(b => b.Id == boardId, cancellationToken);
        }

        Finish();
    }

    private void NoteChanges()
    {
        _pending.Begin();
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                Note(entry);
                DirectoryCapture.Note(entry, _pending);
            }
        }
    }

    private BoardDelta Delta(Guid boardId) =>
        _deltas.TryGetValue(boardId, out var delta) ? delta : _deltas[boardId] = new BoardDelta();

    private void Note(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case Board board:
                Delta(board.Id).IsBoardChanged = true;
                break;
            case Column column:
                NoteColumn(entry, column);
                break;
            case Label label:
                Delta(label.BoardId).Labels.Add((label, entry.State == EntityState.Deleted));
                break;
            case Card card:
                NoteCard(entry, card);
                break;
            case CardLabel link:
                _ = NoteCard(link.CardId);
                break;
            case CardAssignee link:
                var assigned = NoteCard(link.CardId);
                if (entry.State == EntityState.Added)
                {
                    assigned.Newcomers.Add(link.CardId);
                }

                break;
            case ActivityEntry activity:
                Delta(activity.BoardId).Activity.Add(activity);
                break;
            case CustomField field:
                _ = Delta(field.BoardId);
                break;
            case BoardMember member:
                _ = Delta(member.BoardId);
                break;
            default:
                break;
        }
    }

    private void NoteColumn(EntityEntry entry, Column column)
    {
        var delta = Delta(column.BoardId);
        delta.Columns.Add(column);
        if (entry.State == EntityState.Modified && entry.Property(nameof(Column.IsArchived)).IsModified)
        {
            // The command that brings a column back loads its cards: they come back with it and must be told again.
            foreach (var card in db.Cards.Local.Where(c => c.ColumnId == column.Id))
            {
                delta.Cards.Add(card);
                delta.Newcomers.Add(card.Id);
            }
        }
    }

    private void NoteCard(EntityEntry entry, Card card)
    {
        var delta = Delta(card.BoardId);
        delta.Cards.Add(card);
        var boardBefore = (Guid)entry.Property(nameof(Card.BoardId)).OriginalValue!;
        if (entry.State == EntityState.Modified && boardBefore != card.BoardId)
        {
            Delta(boardBefore).CardsGone.Add(card.Id);
        }

        if (
            entry.State == EntityState.Added
            || boardBefore != card.BoardId
            || entry.Property(nameof(Card.IsArchived)).IsModified
            || entry.Property(nameof(Card.DeletedAt)).IsModified
        )
        {
            delta.Newcomers.Add(card.Id);
        }
    }

    private BoardDelta NoteCard(Guid cardId)
    {
        // A link without its card in the context could not be told to anybody; whoever changes links loads the card.
        var card =
            db.Cards.Local.FindEntry(cardId)?.Entity
            ?? throw new InvalidOperationException(
                $"Card {cardId} must be loaded before its labels or people are changed."
            );
        var delta = Delta(card.BoardId);
        delta.Cards.Add(card);
        return delta;
    }

    /// <summary>A card's event names all its labels and people, so both must be loaded, whoever loaded the card.</summary>
    private List<CollectionEntry> MissingCollections() =>
        [
            .. _deltas
                .Values.SelectMany(d => d.Cards)
                .Select(card => db.Entry(card))
                .Where(card => card.State is not (EntityState.Added or EntityState.Deleted))
                .SelectMany(card =>
                    new[] { card.Collection(nameof(Card.Labels)), card.Collection(nameof(Card.Assignees)) }
                )
                .Where(collection => !collection.IsLoaded),
        ];

    /// <summary>People whom viewers may not know yet: those on cards that are new to the board, or newly given to them.</summary>
    private List<Guid> MissingPeople() =>
        [
            .. _deltas
                .Values.SelectMany(d => d.NewcomerPeople())
                .Distinct()
                .Where(id => db.People.Local.FindEntry(id) is null),
        ];

    private List<Guid> UntrackedBoards() => [.. _deltas.Keys.Where(id => db.Boards.Local.FindEntry(id) is null)];

    private void Finish()
    {
        var scope = db.Scope ?? ChangeScope.System();
        db.Scope = null;
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var (boardId, delta) in _deltas)
        {
            var board = db.Boards.Local.FindEntry(boardId)!.Entity;
            board.Version++;
            delta.Stamp(board.Version);
            db.BoardChanges.Add(
                new BoardChange
                {
                    BoardId = boardId,
                    Version = board.Version,
                    CommandId = scope.CommandId,
                    CommandHash = scope.CommandHash,
                    ActorId = scope.ActorId,
                    At = now,
                    What = scope.What,
                }
            );
            _pending.Add(
                new BoardChangeSet(
                    boardId,
                    board.Version,
                    scope.CommandId,
                    scope.ActorId,
                    now,
                    delta.Events(board, id => db.People.Local.FindEntry(id)!.Entity),
                    [.. delta.Activity]
                )
            );
        }
    }
}
