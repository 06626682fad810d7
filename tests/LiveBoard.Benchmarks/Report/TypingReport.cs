using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of keys.</summary>
internal static class TypingReport
{
    public static Table Create(IEnumerable<TypingResult> results)
    {
        var table = new Table(
            "Two write one description in Chromium: from the key to the other's screen",
            "others on the board",
            "keys",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "pictures to each other"
        );
        foreach (var result in results)
        {
            table.Add(
                $"{result.Watchers}",
                result.Latency.Count,
                result.Latency.P50,
                result.Latency.P95,
                result.Latency.P99,
                result.BatchesPerWatcher
            );
        }

        return table;
    }

    public static Table CreateMany(TypingResult result)
    {
        var table = new Table(
            "Fifty descriptions, two people at each, three times a second: until the other's editor is told",
            "people",
            "updates",
            "p50 ms",
            "p95 ms",
            "p99 ms"
        );
        table.Add(
            $"{result.Watchers}",
            result.Latency.Count,
            result.Latency.P50,
            result.Latency.P95,
            result.Latency.P99
        );
        return table;
    }
}
