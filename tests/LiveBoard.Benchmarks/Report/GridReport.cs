using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of what a table costs.</summary>
internal static class GridReport
{
    public static Table Create(GridResult result)
    {
        var table = new Table(
            $"A board of {GridScenario.Cards} cards as a table; cells edited with {GridScenario.Viewers} tables open",
            "what",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "KB",
            "missed"
        );
        foreach (var opening in result.Openings)
        {
            Add(
                table,
                opening.Query.Length == 0 ? "open" : $"open {opening.Query}",
                opening.Latency,
                Math.Round(opening.Kilobytes),
                ""
            );
        }

        Add(table, "a cell edit arrives", result.Arrival, "", result.Missed);
        return table;
    }

    private static void Add(Table table, string what, Latencies of, object kilobytes, object missed) =>
        table.Add(what, Math.Round(of.P50, 1), Math.Round(of.P95, 1), Math.Round(of.P99, 1), kilobytes, missed);
}
