using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>What looking back costs, as a table.</summary>
internal static class HistoryReport
{
    public static string Create(HistoryResult result)
    {
        var table = new Table("The time machine: 5,000 cards, 100,000 entries", "what", "p50", "p99");
        table.Add("opening it first, ms", result.Opened, "");
        table.Add("held for all who look, MB", result.Megabytes, "");
        table.Add("to any moment, ms", result.Far.P50, result.Far.P99);
        table.Add("to the next change, ms", result.Next.P50, result.Next.P99);
        table.Add("yardstick: the log folded anew, ms", result.FromScratch.P50, result.FromScratch.P99);
        return table.ToString();
    }
}
