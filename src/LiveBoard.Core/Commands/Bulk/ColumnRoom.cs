using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>Keeps hard limits of columns when many cards come and go at once. See <see cref="Cards.WipLimit"/>.</summary>
internal sealed class ColumnRoom
{
    private readonly Dictionary<Guid, (int Joining, int Leaving)> _steps = [];

    /// <summary>A card will stand on the board in this column and did not before.</summary>
    public void Join(Guid columnId) => _steps[columnId] = Of(columnId) with { Joining = Of(columnId).Joining + 1 };

    /// <summary>A card stands there and will not.</summary>
    public void Leave(Guid columnId) => _steps[columnId] = Of(columnId) with { Leaving = Of(columnId).Leaving + 1 };

    /// <summary>The first column that would hold too many. One statement, and none when no limit is concerned.</summary>
    public async Task<Rejection?> CheckAsync(
        BoardCommandContext context,
        IEnumerable<Column> columns,
        CancellationToken cancellationToken
    )
    {
        var limited = columns
            .Where(c => c is { IsWipLimitHard: true, WipLimit: not null } && Of(c.Id).Joining > 0)
            .ToList();
        if (limited.Count == 0)
        {
            return null;
        }

        var ids = limited.ConvertAll(c => c.Id);
        var there = await context
            .Db.Cards.Where(c => EF.Parameter(ids).Contains(c.ColumnId) && !c.IsArchived && c.DeletedAt == null)
            .GroupBy(c => c.ColumnId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var full = limited.Find(c =>
            there.GetValueOrDefault(c.Id) + Of(c.Id).Joining - Of(c.Id).Leaving > c.WipLimit!.Value
        );
        return full is null ? null : new Rejection(RejectionCode.WipLimitReached, full.Name);
    }

    private (int Joining, int Leaving) Of(Guid columnId) => _steps.GetValueOrDefault(columnId);
}
