using LiveBoard.Benchmarks.Report;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>What one load of viewers and changes came to.</summary>
/// <param name="Load">The load.</param>
internal sealed record LiveResult(Load Load)
{
    /// <summary>From a command's issue to its arrival at each viewer.</summary>
    public required Latencies Arrival { get; init; }

    /// <summary>From a command's issue to its own acknowledgement.</summary>
    public required Latencies Acknowledgement { get; init; }

    /// <summary>Changes that a viewer never saw, over all viewers.</summary>
    public required int Missed { get; init; }

    /// <summary>Viewers times changes.</summary>
    public required int Updates { get; init; }

    /// <summary>What the measured time cost.</summary>
    public required Measured Cost { get; init; }

    /// <summary>Resident bytes of the server for each viewer.</summary>
    public double MemoryPerViewer { get; init; } = double.NaN;

    /// <summary>Viewers whose connection ended.</summary>
    public int LostCircuits { get; init; }

    /// <summary>Errors in the server's log.</summary>
    public int ServerErrors { get; init; }

    /// <summary>Server milliseconds for each viewer and change.</summary>
    public double CpuPerUpdate => Cost.Cpu.TotalMilliseconds / Updates;

    /// <summary>Bytes to the viewer for each viewer and change.</summary>
    public double BytesPerUpdate => (double)Cost.Received / Updates;

    /// <summary>Bytes from the viewer for each viewer and change.</summary>
    public double BytesBackPerUpdate => (double)Cost.Sent / Updates;
}
