using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands;

/// <summary>What a command works with while it is executed: the tracked board and the parts it asks for.</summary>
internal sealed class BoardCommandContext(
    LiveBoardDbContext db,
    BoardQueries queries,
    AccessService access,
    Actor actor,
    BoardRole role,
    Guid boardId,
    DateTime now
)
{
    public LiveBoardDbContext Db => db;

    public BoardQueries Queries => queries;

    public AccessService Access => access;

    public Actor Actor => actor;

    /// <summary>Tells people of what the command does, in the same commit.</summary>
    public NotificationWriter Notifications { get; } = new(db, access, now);

    /// <summary>The actor's role on the board, for what is allowed on one's own and not on others'.</summary>
    public BoardRole Role => role;

    public DateTime Now => now;

    /// <summary>The command's board; set by the handler before it executes an ordinary command.</summary>
    public Board Board { get; set; } = null!;

    /// <summary>The command's other boards, in the order in which it names them.</summary>
    public IReadOnlyList<Board> OtherBoards { get; set; } = [];

    /// <summary>The command's second board; null when it has none.</summary>
    public Board? OtherBoard => OtherBoards is [var first, ..] ? first : null;

    /// <summary>How much room files may take.</summary>
    public FileQuotas Quotas { get; init; } = FileQuotas.Default;

    /// <summary>The time zone that days are of.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>What the command worked out before its turn; null when it is to be worked out now.</summary>
    public IPreparedCommand? Prepared { get; init; }

    /// <summary>The command that takes this one back.</summary>
    public BoardCommand? Undo { get; set; }

    /// <summary>The same command on another of its boards.</summary>
    public BoardCommandContext On(Board board) =>
        board == Board
            ? this
            : new(db, queries, access, actor, role, board.Id, now)
            {
                Board = board,
                Quotas = Quotas,
                Zone = Zone,
            };

    /// <summary>The card with its labels and people, or null when the board has no such card.</summary>
    public Task<Card?> FindCardAsync(Guid cardId, CancellationToken cancellationToken) =>
        queries.Card(db, boardId, cardId, cancellationToken);

    /// <summary>The card if it stands on the board.</summary>
    public async Task<Card?> FindCardOnBoardAsync(Guid cardId, CancellationToken cancellationToken) =>
        await FindCardAsync(cardId, cancellationToken) is { IsOnBoard: true } card ? card : null;

    /// <summary>The column, or null when the board has no such column or it is archived.</summary>
    public Task<Column?> FindColumnAsync(Guid columnId, CancellationToken cancellationToken) =>
        queries.Column(db, boardId, columnId, cancellationToken);

    /// <summary>Cards with all that their events tell.</summary>
    public IQueryable<Card> CardsWithLinks() =>
        Db
            .Cards.Include(c => c.Labels)
            .Include(c => c.Assignees)
            .Include(c => c.FieldValues)
            .Include(c => c.IncomingLinks)
            .AsSingleQuery();

    /// <summary>Notes in the audit trail that who may open the board changed.</summary>
    public void Audit(Guid subjectId, string details) =>
        AuditLog.Add(Db, new DateTimeOffset(now), AuditKind.BoardAccessChanged, actor.PersonId, subjectId, details);

    /// <summary>Notes what was meant, for people and metrics.</summary>
    public void Log(
        ActivityKind kind,
        Guid? cardId = null,
        Guid? columnId = null,
        Guid? fromColumnId = null,
        string? before = null,
        string? after = null,
        Guid? onBoardId = null,
        string? position = null,
        string? fromPosition = null,
        Guid? subjectId = null
    ) =>
        Db.Activity.Add(
            new ActivityEntry
            {
                Id = Guid.CreateVersion7(),
                BoardId = onBoardId ?? boardId,
                At = now,
                ActorId = actor.PersonId,
                Kind = kind,
                CardId = cardId,
                ColumnId = columnId,
                FromColumnId = fromColumnId,
                Before = before,
                After = after,
                Position = position,
                FromPosition = fromPosition,
                SubjectId = subjectId,
            }
        );
}
