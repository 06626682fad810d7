using System.Diagnostics;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// A board of ten thousand cards as a table: what it costs to open it, plain, sorted and grouped, and how soon an edited cell is
/// in all open tables. Server and viewers share one process.
/// </summary>
internal sealed class GridScenario : IAsyncDisposable
{
    /// <summary>Cards on the board.</summary>
    public const int Cards = 10_000;

    /// <summary>Open tables.</summary>
    public const int Viewers = 50;

    private const int Columns = 10;
    private const int Rate = 5;
    private const int WarmUps = 5;

    /// <summary>Rows that every viewer has on the page.</summary>
    private const int SeenRows = 40;

    private readonly LiveBoardApp _app = new LiveBoardApp()
        .With("contentRoot", ProductServer.ProjectDirectory)
        .With("Logging:LogLevel:Default", "Warning")
        .With("LiveBoard:Limits:ConnectionsPerMinute", "100000")
        .With("LiveBoard:Limits:ConnectionsPerMinuteAndUser", "100000")
        .With("LiveBoard:Limits:CircuitsPerSource", "10000")
        .With("LiveBoard:Limits:CircuitsPerUser", "10000");
    private readonly Guid _board = Guid.CreateVersion7();

    /// <summary>Opens each so often, then edits as many cells as in so many seconds.</summary>
    public async Task<GridResult> RunAsync(int times, int seconds)
    {
        using var wire = new Wire(new Uri(_app.StartOnSocket()));
        await _app.CreateAdministratorAsync();
        var author = await _app.CreateUserAsync(name: "Bo Berg");
        var handler = _app.Services.GetRequiredService<BoardCommandHandler>();
        var import = new ImportBoard
        {
            BoardId = _board,
            WorkspaceId = _app.WorkspaceId,
            Plan = SampleBoard.Create(Cards),
        };
        Expect(await handler.HandleAsync(import, _app.Administrator.Actor));
        var board = (await _app.Services.GetRequiredService<BoardReader>().ReadAsync(_board))!;
        var ticket = await CircuitTicket.SignInAsync(wire, _app.Administrator, isCompressed: true);
        var opened = new List<GridOpening>();
        foreach (var query in new[] { "", "?sort=title", "?sort=due-&group=labels" })
        {
            Progress.Say($"Opening tables {query}");
            opened.Add(await OpenManyAsync(wire, ticket, query, times));
        }

        Progress.Say("Editing cells under the eyes of fifty");
        await using var crowd = await CircuitCrowd.OpenAsync([ticket], $"b/{_board}/table", Viewers);
        var arrivals = new Arrivals(Viewers, Rate * seconds);
        for (var i = 0; i < Viewers; i++)
        {
            crowd.Clients[i].Watch = arrivals.Of(i);
        }

        await SteadyRate.RunAsync(
            Rate,
            Rate * seconds,
            async change =>
            {
                var row = change % SeenRows;
                var (card, token) = (board.Columns[0].Cards[row], row * Columns);
                arrivals.Book.Issue(change, token, Stopwatch.GetTimestamp());
                var edit = new CellEdit(card.Id, new CellColumn(CellKind.Title), $"{CardToken.Of(token)} {change}");
                Expect(await handler.HandleAsync(new EditCells { BoardId = _board, Edits = [edit] }, author.Actor));
            }
        );
        await arrivals.WaitAsync();
        return new GridResult(opened, arrivals.ToLatencies(), arrivals.Missed);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<GridOpening> OpenManyAsync(Wire wire, CircuitTicket ticket, string query, int times)
    {
        var latencies = new List<double>();
        var bytes = 0L;
        for (var i = -WarmUps; i < times; i++)
        {
            var (start, received) = (Stopwatch.GetTimestamp(), wire.Received);
            await using var client = await CircuitClient.OpenAsync(ticket, $"b/{_board}/table{query}", default);
            if (i >= 0)
            {
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                bytes += wire.Received - received;
            }
        }

        return new GridOpening(query, new Latencies(latencies), bytes / 1024.0 / times);
    }

    private static void Expect(CommandResult result)
    {
        if (result.Rejection is { } rejection)
        {
            throw new BenchmarkException($"The product refused a command: {rejection.Code}.");
        }
    }
}

/// <summary>What tables of ten thousand cards cost.</summary>
/// <param name="Openings">By wish.</param>
/// <param name="Arrival">From a cell's command to the whole render batch at each viewer.</param>
/// <param name="Missed">Changes that did not come.</param>
internal sealed record GridResult(IReadOnlyList<GridOpening> Openings, Latencies Arrival, int Missed);

/// <summary>What it costs to open one table.</summary>
/// <param name="Query">Its wishes.</param>
/// <param name="Latency">Until its scripts are attached.</param>
/// <param name="Kilobytes">To the client: page and circuit, without style sheets and scripts.</param>
internal sealed record GridOpening(string Query, Latencies Latency, double Kilobytes);
