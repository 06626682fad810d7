using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of what an open dashboard costs.</summary>
internal static class DashboardReport
{
    public static Table Create(DashboardResult result)
    {
        var table = new Table("A dashboard of twelve widgets over a large board", "what", "p50", "p99");
        table.Add("first opening, its board being open, ms", Math.Round(result.First, 1), "");
        table.Add(
            "opening while it is open elsewhere, ms",
            Math.Round(result.Open.P50, 1),
            Math.Round(result.Open.P99, 1)
        );
        table.Add(
            "a move until it is on 100 dashboards, ms",
            Math.Round(result.Arrival.P50, 1),
            Math.Round(result.Arrival.P99, 1)
        );
        table.Add("each open board, KB", Math.Round(result.Kb.Board, 1), "");
        table.Add("each open dashboard, KB", Math.Round(result.Kb.Dashboard, 1), "");
        return table;
    }
}
