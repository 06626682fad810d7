using System.Collections.Concurrent;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>Many people look at one board while somebody moves its cards.</summary>
internal sealed class LiveScenario(BenchmarkOptions options, SeededDatabase database)
{
    public const int BoardSize = 200;

    private const int WarmUpRate = 20;
    private const int WarmUpSeconds = 4;
    private const int WarmUpCircuits = 20;

    public async Task<LiveResult> RunAsync(Load load)
    {
        FileLimit.Require(load.Viewers);
        await using var server = await ProductServer.StartAsync(options, database.Copy());
        using var wire = new Wire(server.Address);
        var layout = database.Board(BoardSize);
        var path = $"b/{layout.BoardId}";
        var tickets = await CircuitTicket.SignInAsync(wire, database.Viewers, options.IsCompressed);
        var writerTicket = await CircuitTicket.SignInAsync(wire, database.Writer, options.IsCompressed);
        await using var writer = await CircuitClient.OpenAsync(writerTicket, path, default);
        var mover = new CardMover(writer, layout);
        Task MoveAsync(int rate) =>
            SteadyRate.RunAsync(rate, rate * WarmUpSeconds, _ => mover.MoveAsync((_, _) => { }));
        await WarmUp.RunAsync(
            server,
            async () =>
            {
                await using var some = await CircuitCrowd.OpenAsync(tickets, path, WarmUpCircuits);
                await MoveAsync(WarmUpRate);
            }
        );
        var before = await server.MeasureAfterCollectionAsync();
        await using var crowd = await CircuitCrowd.OpenAsync(tickets, path, load.Viewers);
        var after = await server.MeasureAfterCollectionAsync();
        await WarmUp.RunAsync(server, () => MoveAsync(load.Rate));
        var (arrivals, acknowledged, cost) = await MeasureAsync(load, crowd, mover, server, wire);
        return new LiveResult(load)
        {
            Arrival = arrivals.ToLatencies(),
            Acknowledgement = acknowledged,
            Missed = arrivals.Missed,
            Updates = arrivals.Wanted,
            Cost = cost,
            MemoryPerViewer = (after.Memory - before.Memory) / (double)load.Viewers,
            LostCircuits = crowd.Clients.Count(c => c.Failure is not null),
            ServerErrors = server.ErrorCount,
        };
    }

    private async Task<(Arrivals Arrivals, Latencies Acknowledged, Measured Cost)> MeasureAsync(
        Load load,
        CircuitCrowd crowd,
        CardMover mover,
        ServerProcess server,
        Wire wire
    )
    {
        Progress.Say("All are there; measuring");
        var changes = load.Rate * options.Seconds;
        var arrivals = new Arrivals(load.Viewers, changes);
        for (var i = 0; i < load.Viewers; i++)
        {
            crowd.Clients[i].Watch = arrivals.Of(i);
        }

        var acknowledged = new ConcurrentBag<double>();
        GC.Collect();
        var cost = await Measured.RunAsync(
            server,
            wire,
            async () =>
            {
                await SteadyRate.RunAsync(
                    load.Rate,
                    changes,
                    async i => acknowledged.Add(await mover.MoveAsync((card, now) => arrivals.Book.Issue(i, card, now)))
                );
                await arrivals.WaitAsync();
            }
        );
        return (arrivals, new Latencies(acknowledged), cost);
    }
}
