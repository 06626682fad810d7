using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The tables of running an instance: backups and telemetry.</summary>
internal static class InstanceReport
{
    public static Table Create(IReadOnlyList<BackupResult> results)
    {
        var table = new Table(
            "A writer while backups are made one after the other",
            "backups",
            "writes",
            "ack p50 ms",
            "p95 ms",
            "p99 ms",
            "each backup p50 ms",
            "MB"
        );
        foreach (var result in results)
        {
            table.Add(
                result.Backups.Count,
                result.Acks.Count,
                result.Acks.P50,
                result.Acks.P95,
                result.Acks.P99,
                result.Backups.P50,
                result.Size / 1e6
            );
        }

        return table;
    }

    public static Table Create(IEnumerable<TelemetryResult> results)
    {
        var table = new Table("What measuring adds to each command", "listening", "ns", "bytes allocated");
        foreach (var result in results)
        {
            table.Add(result.Listening, result.Nanoseconds, result.Bytes);
        }

        return table;
    }
}
