using System.Diagnostics;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Servers;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>What a span of time cost the server, and what went over the wire in it.</summary>
/// <param name="Cpu">Processor time of the server.</param>
/// <param name="Received">Bytes to the clients.</param>
/// <param name="Sent">Bytes from the clients.</param>
/// <param name="Time">How long it lasted.</param>
internal sealed record Measured(TimeSpan Cpu, long Received, long Sent, TimeSpan Time)
{
    public static async Task<Measured> RunAsync(ServerProcess server, Wire wire, Func<Task> work)
    {
        var (usage, received, sent) = (server.Measure(), wire.Received, wire.Sent);
        var start = Stopwatch.GetTimestamp();
        await work();
        return new Measured(
            server.Measure().Cpu - usage.Cpu,
            wire.Received - received,
            wire.Sent - sent,
            Stopwatch.GetElapsedTime(start)
        );
    }
}
