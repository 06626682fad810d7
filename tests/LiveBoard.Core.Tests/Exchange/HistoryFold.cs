using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;

namespace LiveBoard.Core.Tests.Exchange;

/// <summary>Where history says that each card is: made in a column, moved, left and joined. What charts will do.</summary>
internal static class HistoryFold
{
    public static Dictionary<string, string?> Columns(BoardPlan plan)
    {
        var columns = new Dictionary<string, string?>();
        foreach (var entry in plan.History.Where(e => e.CardId is not null))
        {
            switch (entry.Kind)
            {
                case ActivityKind.CardCreated
                or ActivityKind.CardDuplicated
                or ActivityKind.CardJoinedBoard
                or ActivityKind.CardMoved:
                    columns[entry.CardId!] = entry.ColumnId;
                    break;
                case ActivityKind.CardLeftBoard:
                    columns[entry.CardId!] = null;
                    break;
                default:
                    break;
            }
        }

        return columns;
    }

    /// <summary>True when every move of every card begins where the one before ended, and nothing is out of order.</summary>
    public static void AssertJoinsUp(BoardPlan plan)
    {
        Assert.Equal(plan.History.OrderBy(e => e.At), plan.History);
        foreach (var card in plan.History.Where(e => e.CardId is not null).ToLookup(e => e.CardId))
        {
            string? at = null;
            foreach (var entry in card)
            {
                if (entry.Kind == ActivityKind.CardCreated)
                {
                    Assert.Null(at);
                    at = entry.ColumnId;
                }
                else if (entry.Kind == ActivityKind.CardMoved)
                {
                    Assert.Equal(at, entry.FromColumnId);
                    Assert.NotEqual(at, entry.ColumnId);
                    at = entry.ColumnId;
                }
            }
        }
    }
}
