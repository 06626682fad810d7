using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of taken rights.</summary>
internal static class RevocationReport
{
    public static Table Create(IEnumerable<RevocationResult> results)
    {
        var table = new Table(
            "A right is taken while 20 others look on and cards move: until the viewer has been told",
            "how",
            "times",
            "p50 ms",
            "p99 ms",
            "cards afterwards"
        );
        foreach (var result in results)
        {
            table.Add(result.Way, result.Latency.Count, result.Latency.P50, result.Latency.P99, result.Leaked);
        }

        return table;
    }
}
