using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LiveBoard.Core.Data;

/// <summary>One save's capture: which boards it touches, what is true of them afterwards, and their next version.</summary>
internal sealed partial class ChangeCapture(LiveBoardDbContext db, TimeProvider time)
{
    private readonly Dictionary<Guid, BoardDelta> _deltas = [];
    private readonly PendingChanges _pending = PendingChanges.For(db);
    private readonly TrackedRows _tracked = new();
    private readonly HashSet<Card> _untracked = [];

    public void Capture()
    {
        NoteChanges();
        foreach (var missing in MissingCollections())
        {
            missing.Load();
        }

        if (MissingPeople() is { Count: > 0 } people)
        {
            _tracked.AddRange(db.People.Where(p => people.Contains(p.Id)).ToList());
        }

        if (UntrackedBoards() is { Count: > 0 } boards)
        {
            _tracked.AddRange(db.Boards.Where(b => boards.Contains(b.Id)).ToList());
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
            _tracked.AddRange(await db.People.Where(p => people.Contains(p.Id)).ToListAsync(cancellationToken));
        }

        if (UntrackedBoards() is { Count: > 0 } boards)
        {
            _tracked.AddRange(await db.Boards.Where(b => boards.Contains(b.Id)).ToListAsync(cancellationToken));
        }

        Finish();
    }

    private void NoteChanges()
    {
        _pending.Begin();
        var entries = db.ChangeTracker.Entries().ToList();
        _tracked.AddRange(entries.Where(e => e.State != EntityState.Deleted).Select(e => e.Entity));
        foreach (var entry in entries)
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                Note(entry);
                DirectoryCapture.Note(entry, _pending);
            }
        }

        if (db.Bulk is { } bulk)
        {
            Note(bulk);
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
                // Whoever loses the card is not among its people any more.
                assigned.Concerned.Add(link.PersonId);
                if (entry.State == EntityState.Added)
                {
                    assigned.Newcomers.Add(link.CardId);
                }

                break;
            case Comment comment:
                Concern(NoteCard(comment.CardId), comment.AuthorId);
                break;
            case CommentReaction reaction:
                _ = NoteCard(_tracked.Comments[reaction.CommentId].CardId);
                break;
            case Checklist checklist:
                _ = NoteCard(checklist.CardId);
                break;
            case ChecklistItem item:
                var stepped = NoteCard(_tracked.Checklists[item.ChecklistId].CardId);
                Concern(stepped, item.AssigneeId);
                Concern(stepped, entry.Property(nameof(ChecklistItem.AssigneeId)).OriginalValue as Guid?);
                break;
            case ActivityEntry activity:
                Delta(activity.BoardId).Activity.Add(activity);
                break;
            case CustomField field:
                Delta(field.BoardId).Fields.Add(field);
                break;
            case Widget widget:
                Delta(widget.BoardId).Widgets.Add(widget);
                break;
            case CustomFieldValue value:
                var filled = NoteCard(value.CardId);
                if (value.PersonId is not null)
                {
                    filled.Newcomers.Add(value.CardId);
                }

                break;
            case Attachment attachment:
                _ = NoteCard(attachment.CardId);
                break;
            case CardLink link:
                _ = NoteCard(link.FromCardId);
                _ = NoteCard(link.ToCardId);
                break;
            case BoardMember member:
                _ = Delta(member.BoardId);
                break;
            case BoardChange when entry.State == EntityState.Added:
                // Only a capture makes these, so it was left by a save that failed; this one makes its own.
                entry.State = EntityState.Detached;
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
            foreach (var card in _tracked.Cards.Values.Where(c => c.ColumnId == column.Id))
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

    private static void Concern(BoardDelta delta, Guid? personId)
    {
        if (personId is { } id)
        {
            delta.Concerned.Add(id);
        }
    }

    private BoardDelta NoteCard(Guid cardId)
    {
        // A part without its card in the context could not be told to anybody; whoever changes parts loads the card.
        var card =
            _tracked.Cards.GetValueOrDefault(cardId)
            ?? throw new InvalidOperationException($"Card {cardId} must be loaded before its parts are changed.");
        var delta = Delta(card.BoardId);
        delta.Cards.Add(card);
        return delta;
    }

    /// <summary>A card's event names all its labels, people, fields and blockers, so they must be loaded, whoever loaded the card.</summary>
    private List<CollectionEntry> MissingCollections() =>
        [
            .. _deltas
                .Values.SelectMany(d => d.Cards)
                .Where(card => !_untracked.Contains(card))
                .Select(card => db.Entry(card))
                .Where(card => card.State is not (EntityState.Added or EntityState.Deleted))
                .SelectMany(card =>
                    new[]
                    {
                        card.Collection(nameof(Card.Labels)),
                        card.Collection(nameof(Card.Assignees)),
                        card.Collection(nameof(Card.FieldValues)),
                        card.Collection(nameof(Card.IncomingLinks)),
                    }
                )
                .Where(collection => !collection.IsLoaded),
        ];

    /// <summary>People whom viewers may not know yet: those on cards that are new to the board, or newly given to them.</summary>
    private List<Guid> MissingPeople() =>
        [
            .. _deltas
                .Values.SelectMany(d => d.NewcomerPeople())
                .Distinct()
                .Where(id => !_tracked.People.ContainsKey(id)),
        ];

    private List<Guid> UntrackedBoards() => [.. _deltas.Keys.Where(id => !_tracked.Boards.ContainsKey(id))];

    private void Finish()
    {
        var scope = db.Scope ?? ChangeScope.System();
        db.Scope = null;
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var (boardId, delta) in _deltas)
        {
            var board = _tracked.Boards[boardId];
            board.Version = VersionBefore(board) + 1;
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
            foreach (var touched in delta.Touched(boardId))
            {
                _pending.Add(touched);
            }

            _pending.Add(
                new BoardChangeSet(
                    boardId,
                    board.Version,
                    scope.CommandId,
                    scope.ActorId,
                    now,
                    delta.Events(board, id => _tracked.People[id]),
                    [.. delta.Activity]
                )
            );
        }
    }

    /// <summary>What the database has; the board itself may still show the version of a save that failed.</summary>
    private long VersionBefore(Board board) =>
        db.Entry(board) is { State: not EntityState.Added } entry ? entry.Property(b => b.Version).OriginalValue : 0;
}
