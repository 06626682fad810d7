using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Scenarios;
using LiveBoard.Benchmarks.Servers;

namespace LiveBoard.Benchmarks.Yardstick;

/// <summary>The same load, clock and clients as for the product, against the least that a server can do.</summary>
internal sealed class YardstickScenario(BenchmarkOptions options)
{
    private const int WarmUpSeconds = 2;

    /// <param name="load">Viewers and rate.</param>
    /// <param name="bytes">Length of each message.</param>
    public async Task<LiveResult> RunAsync(Load load, int bytes)
    {
        FileLimit.Require(load.Viewers);
        await using var server = await ServerProcess.StartAsync(
            typeof(YardstickServer).Assembly.Location,
            ["yardstick-server"],
            AppContext.BaseDirectory,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DOTNET_gcServer"] = options.IsWorkstationGc ? "0" : "1",
            }
        );
        using var wire = new Wire(server.Address);
        var warmUp = load.Rate * WarmUpSeconds;
        var changes = load.Rate * options.Seconds;
        var arrivals = new Arrivals(load.Viewers, changes);
        var viewers = new List<YardstickViewer>();
        for (var i = 0; i < load.Viewers; i++)
        {
            viewers.Add(await YardstickViewer.OpenAsync(wire, arrivals.Of(i)));
        }

        using var writer = await RawSocket.ConnectAsync(wire, YardstickServer.WriterPath, null, false, default);
        Task SendAsync(int card) => writer.SendAsync(Message(card, bytes), WebSocketMessageType.Binary, true, default);
        // Tokens beyond the measured ones: seen by all, and noted by nobody.
        await SteadyRate.RunAsync(load.Rate, warmUp, i => SendAsync(changes + i));
        GC.Collect();
        var cost = await Measured.RunAsync(
            server,
            wire,
            async () =>
            {
                await SteadyRate.RunAsync(
                    load.Rate,
                    changes,
                    i =>
                    {
                        arrivals.Book.Issue(i, i, Stopwatch.GetTimestamp());
                        return SendAsync(i);
                    }
                );
                await arrivals.WaitAsync();
            }
        );
        foreach (var viewer in viewers)
        {
            await viewer.DisposeAsync();
        }

        return new LiveResult(load)
        {
            Arrival = arrivals.ToLatencies(),
            Acknowledgement = new Latencies([]),
            Missed = arrivals.Missed,
            Updates = arrivals.Wanted,
            Cost = cost,
        };
    }

    private static byte[] Message(int card, int bytes) =>
        Encoding.ASCII.GetBytes(CardToken.Of(card).PadRight(bytes, '.'));
}
