using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>Reads what a board has put away: archived cards and columns, and the trash. Thread-safe.</summary>
public sealed class ShelfReader(IDbContextFactory<LiveBoardDbContext> contexts, AccessService access)
{
    /// <summary>Cards read at most; the newest numbers first.</summary>
    public const int MaxCards = 500;

    /// <summary>The shelves; null when the actor may not open the board. Two statements and the question of access.</summary>
    public async Task<BoardShelves?> ReadAsync(Guid boardId, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await access.GetBoardRoleAsync(db, actor, boardId, cancellationToken) == BoardRole.None)
        {
            return null;
        }

        var cards = await db
            .Cards.Where(c => c.BoardId == boardId && (c.IsArchived || c.DeletedAt != null))
            .OrderByDescending(c => c.Number)
            .Take(MaxCards)
            .Select(c => new ShelvedCard(c.Id, c.Number, c.Title, c.DeletedAt))
            .ToListAsync(cancellationToken);
        var columns = await db
            .Columns.Where(c => c.BoardId == boardId && c.IsArchived)
            .Select(c => new ShelvedColumn(
                c.Id,
                c.Name,
                db.Cards.Count(card => card.ColumnId == c.Id && !card.IsArchived && card.DeletedAt == null)
            ))
            .ToListAsync(cancellationToken);
        return new BoardShelves(
            [.. cards.Where(c => c.DeletedAt is null)],
            [.. columns.OrderBy(c => c.Name, StringComparer.CurrentCulture)],
            [.. cards.Where(c => c.DeletedAt is not null)]
        );
    }
}

/// <summary>What a board has put away.</summary>
/// <param name="ArchivedCards">Archived cards.</param>
/// <param name="ArchivedColumns">Archived columns.</param>
/// <param name="Trash">Deleted cards.</param>
public sealed record BoardShelves(
    ImmutableArray<ShelvedCard> ArchivedCards,
    ImmutableArray<ShelvedColumn> ArchivedColumns,
    ImmutableArray<ShelvedCard> Trash
);

/// <summary>A card that is put away.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Number">Number within the board.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="DeletedAt">When it was put into the trash, UTC; null when it is archived.</param>
public sealed record ShelvedCard(Guid Id, int Number, string Title, DateTime? DeletedAt);

/// <summary>A column that is put away.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">Display name.</param>
/// <param name="CardCount">Cards that come back with it.</param>
public sealed record ShelvedColumn(Guid Id, string Name, int CardCount);
