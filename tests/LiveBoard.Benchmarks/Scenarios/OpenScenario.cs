using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>What it costs the server to open a board: page, circuit, first render, scripts attached; and to forget it again.</summary>
internal sealed class OpenScenario(BenchmarkOptions options, SeededDatabase database)
{
    /// <summary>Accounts that take turns.</summary>
    public const int Viewers = 5;

    private const int WarmUps = 100;
    private const int Opens = 200;

    public async Task<OpenResult> RunAsync(int cards)
    {
        await using var server = await ProductServer.StartAsync(options, database.Copy());
        using var wire = new Wire(server.Address);
        var tickets = await CircuitTicket.SignInAsync(wire, database.Viewers, options.IsCompressed);
        var path = $"b/{database.Board(cards).BoardId}";
        await WarmUpAsync(server, tickets, path);
        var latencies = new List<double>();
        var cost = await Measured.RunAsync(
            server,
            wire,
            async () => latencies.AddRange(await OpenManyAsync(tickets, path, Opens))
        );
        return new OpenResult(
            cards,
            cost.Cpu.TotalMilliseconds / Opens,
            (double)cost.Received / Opens,
            new Latencies(latencies)
        );
    }

    /// <summary>Opens the board as often as a server that is up for a while has done.</summary>
    public static Task WarmUpAsync(ServerProcess server, IReadOnlyList<CircuitTicket> tickets, string path) =>
        WarmUp.RunAsync(server, () => OpenManyAsync(tickets, path, WarmUps));

    /// <returns>How long each took, in milliseconds.</returns>
    private static async Task<IReadOnlyList<double>> OpenManyAsync(
        IReadOnlyList<CircuitTicket> tickets,
        string path,
        int count
    )
    {
        var latencies = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            await using var client = await CircuitClient.OpenAsync(tickets[i % tickets.Count], path, default);
            latencies.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }

        return latencies;
    }
}

/// <summary>What opening a board costs.</summary>
/// <param name="Cards">Cards on it.</param>
/// <param name="Cpu">Server milliseconds.</param>
/// <param name="Bytes">Bytes to the client: page and circuit, without style sheets and scripts.</param>
/// <param name="Latency">Until the board is live.</param>
internal sealed record OpenResult(int Cards, double Cpu, double Bytes, Latencies Latency);
