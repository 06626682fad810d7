using System.Diagnostics;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// What an open card costs: the time until the server has its page, beside that of the board alone, with a short and with a
/// long history; and the memory that it holds beyond the board.
/// </summary>
internal sealed class CardScenario : IAsyncDisposable
{
    private const int Viewers = 40;
    private const int WarmUps = 20;
    private const int MemoryRounds = 9;

    private readonly LiveBoardApp _app = new LiveBoardApp()
        .With("contentRoot", ProductServer.ProjectDirectory)
        .With("Logging:LogLevel:Default", "Warning")
        .With("LiveBoard:Limits:ConnectionsPerMinute", "100000")
        .With("LiveBoard:Limits:ConnectionsPerMinuteAndUser", "100000")
        .With("LiveBoard:Limits:CircuitsPerSource", "10000")
        .With("LiveBoard:Limits:CircuitsPerUser", "10000");
    private readonly Guid _board = Guid.CreateVersion7();

    /// <summary>Opens each so often.</summary>
    /// <param name="times">How often.</param>
    /// <param name="history">Comments, and entries of the history, of the card that has many.</param>
    public async Task<CardResult> RunAsync(int times, int history)
    {
        using var wire = new Wire(new Uri(_app.StartOnSocket()));
        await _app.CreateAdministratorAsync();
        var plan = SampleBoard.Create(LiveScenario.BoardSize);
        await _app
            .Services.GetRequiredService<BoardCommandHandler>()
            .HandleAsync(
                new ImportBoard
                {
                    BoardId = _board,
                    WorkspaceId = _app.WorkspaceId,
                    Plan = WithHistory(plan, history),
                },
                _app.Administrator.Actor
            );
        var board = (await _app.Services.GetRequiredService<BoardReader>().ReadAsync(_board))!;
        var busy = board.Cards.Values.MaxBy(c => c.CommentCount)!;
        var calm = board.Cards.Values.First(c => c.CommentCount == 1);
        var ticket = await CircuitTicket.SignInAsync(wire, _app.Administrator, isCompressed: true);
        Progress.Say("Opening cards");
        var pages = new[] { $"b/{_board}", AddressOf(calm), AddressOf(busy) };
        var opened = await TimeAsync(ticket, pages, times);
        var reading = await ReadAsync(busy.Id, times);
        Progress.Say("Holding cards open");
        var memory = await MemoryAsync(ticket, pages);
        return new CardResult(
            history,
            new Latencies(opened[0]),
            new Latencies(opened[1]),
            new Latencies(opened[2]),
            new Latencies(reading),
            memory[1] / 1024.0,
            memory[2] / 1024.0
        );
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string AddressOf(CardSnapshot card) => $"b/{_board}/c/{card.Number}";

    private static BoardPlan WithHistory(BoardPlan plan, int count)
    {
        var card = plan.Cards[0];
        var at = card.CreatedAt;
        return plan with
        {
            Cards =
            [
                card with
                {
                    Comments =
                    [
                        .. Enumerable
                            .Range(0, count)
                            .Select(i => new CommentPlan($"Comment {i} of **many**, see #2.", at.AddMinutes(i))),
                    ],
                },
                .. plan.Cards.Skip(1),
            ],
            History =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i => new HistoryPlan(Core.Boards.ActivityKind.CardRenamed, at.AddMinutes(i))
                    {
                        CardId = card.Id,
                        Before = $"Name {i}",
                        After = $"Name {i + 1}",
                    }),
            ],
        };
    }

    /// <summary>In turns, so that what the machine does meanwhile falls on all.</summary>
    private static async Task<List<double>[]> TimeAsync(CircuitTicket ticket, string[] pages, int times)
    {
        var all = Array.ConvertAll(pages, _ => new List<double>());
        for (var i = -WarmUps; i < times; i++)
        {
            for (var page = 0; page < pages.Length; page++)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await ticket.SendAsync(HttpMethod.Get, pages[page], null, CancellationToken.None);
                _ = await response.Content.ReadAsStringAsync();
                if (i >= 0)
                {
                    all[page].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        return all;
    }

    private async Task<List<double>> ReadAsync(Guid card, int times)
    {
        var reader = _app.Services.GetRequiredService<CardReader>();
        var all = new List<double>();
        for (var i = -WarmUps; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            _ = await reader.ReadAsync(_board, card, _app.Administrator.Actor);
            if (i >= 0)
            {
                all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return all;
    }

    /// <summary>
    /// Managed memory beyond the board for each circuit on a page; clients included, who keep nothing of a page. Medians.
    /// All stay open to the end: what a closed page leaves in the pools would make the next one look cheaper.
    /// </summary>
    private static async Task<double[]> MemoryAsync(CircuitTicket ticket, string[] pages)
    {
        var beyond = Array.ConvertAll(pages, _ => new List<double>());
        var open = new List<CircuitCrowd>();
        try
        {
            for (var round = -1; round < MemoryRounds; round++)
            {
                var each = new double[pages.Length];
                for (var page = 0; page < pages.Length; page++)
                {
                    var before = GC.GetTotalMemory(forceFullCollection: true);
                    open.Add(await CircuitCrowd.OpenAsync([ticket], pages[page], Viewers));
                    each[page] = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / Viewers;
                }

                for (var page = 0; page < pages.Length && round >= 0; page++)
                {
                    // The first round is for what stays: code, caches, pools.
                    beyond[page].Add(each[page] - each[0]);
                }
            }
        }
        finally
        {
            foreach (var crowd in open)
            {
                await crowd.DisposeAsync();
            }
        }

        return Array.ConvertAll(beyond, b => b.Order().ElementAt(b.Count / 2));
    }
}

/// <summary>What an open card costs.</summary>
/// <param name="History">Comments, and entries of the history, of the card that has many.</param>
/// <param name="Board">Milliseconds for the board's page.</param>
/// <param name="Calm">The same with a card of one comment open.</param>
/// <param name="Busy">The same with the card of many.</param>
/// <param name="Reading">Milliseconds for reading the card of many alone.</param>
/// <param name="CalmKb">KB beyond the board, of the card of one comment.</param>
/// <param name="BusyKb">KB beyond the board, of the card of many.</param>
internal sealed record CardResult(
    int History,
    Latencies Board,
    Latencies Calm,
    Latencies Busy,
    Latencies Reading,
    double CalmKb,
    double BusyKb
);
