using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The tables of opening a board, and of its database statements.</summary>
internal static class OpenReport
{
    private const double Kilobyte = 1024;

    public static Table Create(IEnumerable<OpenResult> results)
    {
        var table = new Table(
            "Opening a board, headless: page, circuit, first render, scripts attached",
            "cards",
            "server CPU ms",
            "KB",
            "p50 ms",
            "p95 ms"
        );
        foreach (var result in results)
        {
            table.Add(result.Cards, result.Cpu, result.Bytes / Kilobyte, result.Latency.P50, result.Latency.P95);
        }

        return table;
    }

    public static Table Create(IEnumerable<BrowserResult> results)
    {
        var table = new Table(
            "Opening a board in Chromium, 1920 x 1080: all visible cards on the screen",
            "cards",
            "visible",
            "cold p50 ms",
            "cold max ms",
            "warm p50 ms",
            "live p50 ms"
        );
        foreach (var result in results)
        {
            table.Add(result.Cards, result.Tiles, result.Cold.P50, result.Cold.P99, result.Warm.P50, result.Live.P50);
        }

        return table;
    }

    public static Table Create(IEnumerable<StatementResult> results)
    {
        var table = new Table("Database statements of one change", "viewers", "statements");
        foreach (var result in results)
        {
            table.Add(result.Viewers, result.PerChange);
        }

        return table;
    }
}
