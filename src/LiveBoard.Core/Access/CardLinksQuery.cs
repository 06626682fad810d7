using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Access;

/// <summary>What a card has to do with others, as far as the reader may know of them.</summary>
internal static class CardLinksQuery
{
    /// <summary>Reads them. One statement, and one more for each other board that is linked to.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="boardId">The card's board.</param>
    /// <param name="cardId">The card.</param>
    /// <param name="mayRead">Whether the reader may open another board.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ImmutableArray<LinkDetails>> ReadAsync(
        LiveBoardDbContext db,
        Guid boardId,
        Guid cardId,
        Func<Guid, Task<bool>> mayRead,
        CancellationToken cancellationToken
    )
    {
        var links = await (
            from link in db.CardLinks
            where link.FromCardId == cardId || link.ToCardId == cardId
            join other in db.Cards on (link.FromCardId == cardId ? link.ToCardId : link.FromCardId) equals other.Id
            join column in db.Columns on other.ColumnId equals column.Id
            join board in db.Boards on other.BoardId equals board.Id
            select new Row(
                link.Kind,
                link.ToCardId == cardId,
                other.BoardId,
                board.Name,
                other.Id,
                other.Number,
                other.Title,
                other.IsArchived || other.DeletedAt != null || column.IsArchived || column.Stage == ColumnStage.Done
            )
        ).ToListAsync(cancellationToken);
        var readable = new HashSet<Guid> { boardId };
        foreach (var other in links.Select(l => l.BoardId).Distinct().Where(id => id != boardId))
        {
            if (await mayRead(other))
            {
                readable.Add(other);
            }
        }

        return
        [
            .. links
                .OrderBy(l => l.Kind)
                .ThenBy(l => l.IsBackwards)
                .ThenBy(l => l.BoardId != boardId)
                .ThenBy(l => l.Number)
                .Select(l => new LinkDetails(
                    l.Kind,
                    l.IsBackwards,
                    l.BoardId,
                    l.CardId,
                    readable.Contains(l.BoardId)
                        ? new LinkedCardDetails(
                            l.Number,
                            l.Title,
                            l.BoardId == boardId ? null : l.BoardName,
                            l.IsFinished
                        )
                        : null
                )),
        ];
    }

    private sealed record Row(
        CardLinkKind Kind,
        bool IsBackwards,
        Guid BoardId,
        string BoardName,
        Guid CardId,
        int Number,
        string Title,
        bool IsFinished
    );
}
