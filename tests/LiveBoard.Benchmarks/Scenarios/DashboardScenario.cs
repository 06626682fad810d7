using System.Diagnostics;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// A dashboard of twelve widgets over a large board with a long history: the time until the server has its page, how soon a
/// card that moves is on all of many open dashboards, and the memory that each of them holds.
/// </summary>
internal sealed class DashboardScenario : IAsyncDisposable
{
    private const int Cards = 5_000;
    private const int Entries = 100_000;
    private const int SmallEntries = 2_000;
    private const int Viewers = 100;
    private const int MemoryViewers = 40;
    private const int MemoryRounds = 5;
    private const int Openings = 100;
    private const int Moves = 100;

    /// <summary>Slower than dashboards are worked out, so that each move is seen by itself.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private static readonly WidgetKind[] Kinds =
    [
        WidgetKind.CardsPerColumn,
        WidgetKind.CardsPerAssignee,
        WidgetKind.CardsPerLabel,
        WidgetKind.CumulativeFlow,
        WidgetKind.Throughput,
        WidgetKind.CycleTime,
        WidgetKind.CycleTimeHistogram,
        WidgetKind.Burn,
        WidgetKind.AgeingWork,
        WidgetKind.DueThisWeek,
        WidgetKind.RecentActivity,
        WidgetKind.Number,
    ];

    private readonly LiveBoardApp _app = new LiveBoardApp()
        .With("contentRoot", ProductServer.ProjectDirectory)
        .With("Logging:LogLevel:Default", "Warning")
        .With("LiveBoard:Limits:ConnectionsPerMinute", "100000")
        .With("LiveBoard:Limits:ConnectionsPerMinuteAndUser", "100000")
        .With("LiveBoard:Limits:CircuitsPerSource", "10000")
        .With("LiveBoard:Limits:CircuitsPerUser", "10000");
    private readonly Guid _board = Guid.CreateVersion7();
    private readonly Guid _dashboard = Guid.CreateVersion7();
    private readonly Guid _smallBoard = Guid.CreateVersion7();
    private readonly Guid _smallDashboard = Guid.CreateVersion7();

    public async Task<DashboardResult> RunAsync()
    {
        using var wire = new Wire(new Uri(_app.StartOnSocket()));
        await _app.CreateAdministratorAsync();
        // A small one first: what the start of any program costs is not what a dashboard costs.
        await MakeAsync(_smallBoard, _smallDashboard, SampleBoard.Create(LiveScenario.BoardSize), SmallEntries);
        var ticket = await CircuitTicket.SignInAsync(wire, _app.Administrator, isCompressed: true);
        await GetAsync(ticket, $"d/{_smallDashboard}");
        await MakeAsync(_board, _dashboard, SampleBoard.Create(Cards), Entries);
        await GetAsync(ticket, $"b/{_board}");
        var first = await GetAsync(ticket, $"d/{_dashboard}");
        var opened = new List<double>();
        for (var i = 0; i < Openings; i++)
        {
            opened.Add(await GetAsync(ticket, $"d/{_dashboard}"));
        }

        Progress.Say($"{Viewers} dashboards while cards move");
        var arrivals = await MoveAsync(ticket);
        Progress.Say("Holding dashboards open");
        return new DashboardResult(first, new Latencies(opened), new Latencies(arrivals), await MemoryAsync(ticket));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task MakeAsync(Guid board, Guid dashboard, BoardPlan plan, int entries)
    {
        var columns = plan.Columns;
        await SendAsync(
            new ImportBoard
            {
                BoardId = board,
                WorkspaceId = _app.WorkspaceId,
                Plan = plan with
                {
                    Columns = [.. columns.Select((c, i) => c with { Stage = StageOf(i, columns.Count) })],
                    History = [.. History(plan, entries)],
                },
            }
        );
        await SendAsync(
            new CreateDashboard
            {
                BoardId = dashboard,
                WorkspaceId = _app.WorkspaceId,
                Name = "Flow",
            }
        );
        foreach (var kind in Kinds)
        {
            await SendAsync(
                new AddWidget
                {
                    BoardId = dashboard,
                    Kind = kind,
                    Settings = new WidgetSettings
                    {
                        Days = 84,
                        UntilAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(30),
                        BoardIds = [board],
                        Measure = WidgetMeasure.DoneInPeriod,
                    },
                }
            );
        }
    }

    private static ColumnStage StageOf(int column, int count) =>
        column == count - 1 ? ColumnStage.Done
        : column < count / 3 ? ColumnStage.NotStarted
        : ColumnStage.InProgress;

    /// <summary>Each card is made in the first column and goes to and fro until it is where the plan has it.</summary>
    private static IEnumerable<HistoryPlan> History(BoardPlan plan, int entries)
    {
        var steps = (entries / plan.Cards.Count) - 1;
        var start = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-365);
        foreach (var (card, i) in plan.Cards.Select((card, i) => (card, i)))
        {
            var at = start.AddMinutes(i * 60);
            var column = plan.Columns[0].Id;
            yield return new HistoryPlan(Core.Boards.ActivityKind.CardCreated, at)
            {
                CardId = card.Id,
                ColumnId = column,
            };
            for (var step = 1; step <= steps; step++)
            {
                var next = step == steps ? card.ColumnId : plan.Columns[(i + step) % plan.Columns.Count].Id;
                at = at.AddHours(7);
                yield return new HistoryPlan(Core.Boards.ActivityKind.CardMoved, at)
                {
                    CardId = card.Id,
                    ColumnId = next,
                    FromColumnId = column,
                };
                column = next;
            }
        }
    }

    private static async Task<double> GetAsync(CircuitTicket ticket, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await ticket.SendAsync(HttpMethod.Get, path, null, CancellationToken.None);
        _ = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Milliseconds from issuing a move until its first message was there, for each move and dashboard.</summary>
    private async Task<List<double>> MoveAsync(CircuitTicket ticket)
    {
        await using var crowd = await CircuitCrowd.OpenAsync([ticket], $"d/{_dashboard}", Viewers);
        var watches = crowd.Clients.Select(_ => new NextMessageWatch()).ToList();
        foreach (var (client, watch) in crowd.Clients.Zip(watches))
        {
            client.Watch = watch;
        }

        var board = (await _app.Services.GetRequiredService<BoardReader>().ReadAsync(_board))!;
        var cards = board.Columns[0].Cards;
        var all = new List<double>();
        for (var move = -10; move < Moves; move++)
        {
            await Task.Delay(Pause);
            watches.ForEach(watch => watch.Arm());
            var start = Stopwatch.GetTimestamp();
            await SendAsync(
                new MoveCard
                {
                    BoardId = _board,
                    CardId = cards[move + 10].Id,
                    ToColumnId = board.Columns[^1].Id,
                }
            );
            foreach (var watch in watches)
            {
                var arrived = await watch.Arrived;
                if (move >= 0)
                {
                    all.Add(Stopwatch.GetElapsedTime(start, arrived).TotalMilliseconds);
                }
            }
        }

        return all;
    }

    /// <summary>KB for each open page of the board, and of the dashboard; clients included, who keep nothing of a page.</summary>
    private async Task<(double Board, double Dashboard)> MemoryAsync(CircuitTicket ticket)
    {
        var pages = new[] { $"b/{_board}", $"d/{_dashboard}" };
        var each = Array.ConvertAll(pages, _ => new List<double>());
        var open = new List<CircuitCrowd>();
        for (var round = -1; round < MemoryRounds; round++)
        {
            for (var page = 0; page < pages.Length; page++)
            {
                var before = GC.GetTotalMemory(forceFullCollection: true);
                open.Add(await CircuitCrowd.OpenAsync([ticket], pages[page], MemoryViewers));
                if (round >= 0)
                {
                    each[page].Add((GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / MemoryViewers);
                }
            }
        }

        foreach (var crowd in open)
        {
            await crowd.DisposeAsync();
        }

        return (Median(each[0]), Median(each[1]));
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private async Task SendAsync(BoardCommand command)
    {
        var result = await _app
            .Services.GetRequiredService<BoardCommandHandler>()
            .HandleAsync(command, _app.Administrator.Actor);
        if (result.Rejection is { } rejection)
        {
            throw new BenchmarkException($"{command.GetType().Name} was refused: {rejection}");
        }
    }
}

/// <summary>What an open dashboard costs.</summary>
/// <param name="First">Milliseconds for its page when its board is open and its numbers are not.</param>
/// <param name="Open">Milliseconds for its page while it is open elsewhere.</param>
/// <param name="Arrival">Milliseconds from a move until its first message is there.</param>
/// <param name="Kb">KB for each open page of the board, and of the dashboard.</param>
internal sealed record DashboardResult(
    double First,
    Latencies Open,
    Latencies Arrival,
    (double Board, double Dashboard) Kb
);
