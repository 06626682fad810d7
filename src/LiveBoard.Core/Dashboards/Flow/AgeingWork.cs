using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// Cards that work goes on at, and for how long. ("Work Item Age" of the Kanban Guide, May 2025: the elapsed time between
/// when a work item started and the current time.)
/// </summary>
/// <param name="Card">The card.</param>
/// <param name="StartedAt">When it first came into a column in progress, UTC.</param>
public sealed record AgeingCard(CardSnapshot Card, DateTime StartedAt)
{
    /// <summary>Elapsed time, in days of 24 hours.</summary>
    /// <param name="now">UTC.</param>
    public double Age(DateTime now) => Math.Max(0, (now - StartedAt).TotalDays);

    /// <summary>The cards in columns that are in progress, the oldest work first.</summary>
    /// <param name="board">The board.</param>
    /// <param name="ledger">Its ledger, of the same version.</param>
    public static ImmutableArray<AgeingCard> On(BoardSnapshot board, FlowLedger ledger) =>
        [
            .. board
                .Columns.Where(column => column.Stage == ColumnStage.InProgress)
                .SelectMany(column => column.Cards)
                .Select(card => new AgeingCard(card, ledger.Find(card.Id)?.StartedAt ?? card.CreatedAt))
                .OrderBy(ageing => ageing.StartedAt)
                .ThenBy(ageing => ageing.Card.Number),
        ];
}
