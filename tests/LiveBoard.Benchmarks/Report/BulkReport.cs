using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of what many changes at once cost.</summary>
internal static class BulkReport
{
    public static Table Create(IEnumerable<BulkResult> results)
    {
        var table = new Table("Many changes at once", "what", "commits", "done p50 ms", "p99 ms", "seen p50 ms");
        foreach (var result in results)
        {
            table.Add(result.What, result.Commits, result.Done.P50, result.Done.P99, result.Seen.P50);
        }

        return table;
    }
}
