using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of the live board beside the yardstick.</summary>
internal static class LiveReport
{
    private const double Megabyte = 1024 * 1024;

    public static Table Create(IEnumerable<LiveResult> product, IEnumerable<LiveResult> yardstick)
    {
        var table = new Table(
            "Live: one board of 200 cards",
            "",
            "viewers",
            "changes/s",
            "p50 ms",
            "p95 ms",
            "p99 ms",
            "missed",
            "updates",
            "ack p50 ms",
            "ack p99 ms",
            "CPU ms/update",
            "bytes/update",
            "bytes back",
            "MB/viewer",
            "lost circuits",
            "server errors"
        );
        foreach (var result in product)
        {
            AddTo(table, "LiveBoard", result);
        }

        foreach (var result in yardstick)
        {
            AddTo(table, "raw sockets", result);
        }

        return table;
    }

    private static void AddTo(Table table, string name, LiveResult result) =>
        table.Add(
            name,
            result.Load.Viewers,
            result.Load.Rate,
            result.Arrival.P50,
            result.Arrival.P95,
            result.Arrival.P99,
            result.Missed,
            result.Updates,
            result.Acknowledgement.P50,
            result.Acknowledgement.P99,
            result.CpuPerUpdate,
            result.BytesPerUpdate,
            result.BytesBackPerUpdate,
            result.MemoryPerViewer / Megabyte,
            result.LostCircuits,
            result.ServerErrors
        );
}
