using System.Diagnostics.CodeAnalysis;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands;

/// <summary>
/// The reads of almost every command. They are translated to SQL once: for so small a query the translation's look-up
/// costs more than the database, and all other writers wait for it. A compiled query belongs to one model, so there is
/// one of these for each handler and not one for all. Thread-safe.
/// </summary>
[SuppressMessage("Globalization", "CA1310", Justification = "Translated to SQL; the column's collation is ordinal.")]
[SuppressMessage("Globalization", "CA1309", Justification = "Translated to SQL; the column's collation is ordinal.")]
[SuppressMessage("Usage", "MA0074", Justification = "Translated to SQL; the column's collation is ordinal.")]
internal sealed class BoardQueries
{
    /// <summary>Board, command: the change that the command made there.</summary>
    public Func<LiveBoardDbContext, Guid, Guid, CancellationToken, Task<BoardChange?>> Change { get; } =
        EF.CompileAsyncQuery(
            (LiveBoardDbContext db, Guid boardId, Guid commandId, CancellationToken _) =>
                db.BoardChanges.AsNoTracking().FirstOrDefault(c => c.CommandId == commandId && c.BoardId == boardId)
        );

    /// <summary>Board.</summary>
    public Func<LiveBoardDbContext, Guid, CancellationToken, Task<Board?>> Board { get; } =
        EF.CompileAsyncQuery(
            (LiveBoardDbContext db, Guid boardId, CancellationToken _) =>
                db.Boards.SingleOrDefault(b => b.Id == boardId)
        );

    /// <summary>Board, card: the card with its labels, people, fields and links from others.</summary>
    public Func<LiveBoardDbContext, Guid, Guid, CancellationToken, Task<Card?>> Card { get; } =
        EF.CompileAsyncQuery(
            (LiveBoardDbContext db, Guid boardId, Guid cardId, CancellationToken _) =>
                db
                    .Cards.Include(c => c.Labels)
                    .Include(c => c.Assignees)
                    .Include(c => c.FieldValues)
                    .Include(c => c.IncomingLinks)
                    .AsSingleQuery()
                    .SingleOrDefault(c => c.Id == cardId && c.BoardId == boardId)
        );

    /// <summary>Board, column: the column unless it is archived.</summary>
    public Func<LiveBoardDbContext, Guid, Guid, CancellationToken, Task<Column?>> Column { get; } =
        EF.CompileAsyncQuery(
            (LiveBoardDbContext db, Guid boardId, Guid columnId, CancellationToken _) =>
                db.Columns.SingleOrDefault(c => c.Id == columnId && c.BoardId == boardId && !c.IsArchived)
        );

    /// <summary>Column, card: the card's order key, if it is in the column.</summary>
    public Func<LiveBoardDbContext, Guid, Guid, CancellationToken, Task<string?>> KeyOf { get; } =
        EF.CompileAsyncQuery(
            (LiveBoardDbContext db, Guid columnId, Guid cardId, CancellationToken _) =>
                db.Cards.Where(c => c.ColumnId == columnId && c.Id == cardId).Select(c => c.Position).SingleOrDefault()
        );

    /// <summary>Column, card that is no neighbour, key: the next key after it.</summary>
    public Func<LiveBoardDbContext, Guid, Guid?, string, CancellationToken, Task<string?>> KeyAfter { get; } =
        EF.CompileAsyncQuery(
            (LiveBoardDbContext db, Guid columnId, Guid? moving, string key, CancellationToken _) =>
                db
                    .Cards.Where(c => c.ColumnId == columnId && c.Id != moving)
                    .Where(c => string.Compare(c.Position, key) > 0)
                    .Min(c => (string?)c.Position)
        );

    /// <summary>Column, card that is no neighbour, key: the last key before it.</summary>
    public Func<LiveBoardDbContext, Guid, Guid?, string, CancellationToken, Task<string?>> KeyBefore { get; } =
        EF.CompileAsyncQuery(
            (LiveBoardDbContext db, Guid columnId, Guid? moving, string key, CancellationToken _) =>
                db
                    .Cards.Where(c => c.ColumnId == columnId && c.Id != moving)
                    .Where(c => string.Compare(c.Position, key) < 0)
                    .Max(c => (string?)c.Position)
        );

    /// <summary>Column, card that is no neighbour: the last key of all.</summary>
    public Func<LiveBoardDbContext, Guid, Guid?, CancellationToken, Task<string?>> LastKey { get; } =
        EF.CompileAsyncQuery(
            (LiveBoardDbContext db, Guid columnId, Guid? moving, CancellationToken _) =>
                db.Cards.Where(c => c.ColumnId == columnId && c.Id != moving).Max(c => (string?)c.Position)
        );
}
