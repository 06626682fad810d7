using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The tables of what importing rows costs.</summary>
internal static class ImportReport
{
    public static string Create(ImportResult result)
    {
        var timing = new Table($"{result.Rows} rows of CSV become cards", "step", "ms");
        timing.Add("reading the file", Math.Round(result.Timing.Read));
        timing.Add("checking all rows", Math.Round(result.Timing.Review));
        timing.Add("importing (checked again, written)", Math.Round(result.Timing.Import));
        timing.Add("in all", Math.Round(result.Timing.Total));
        var others = new Table("50 people edit another board", "when", "edits", "p50 ms", "p95 ms", "p99 ms", "max ms");
        Add(others, "before", result.Usual);
        Add(others, "during the import", result.During);
        return $"{timing}{Environment.NewLine}{others}";
    }

    private static void Add(Table table, string when, Latencies taken) =>
        table.Add(
            when,
            taken.Count,
            Math.Round(taken.P50, 1),
            Math.Round(taken.P95, 1),
            Math.Round(taken.P99, 1),
            Math.Round(taken.Max, 1)
        );
}
