using System.Diagnostics;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Live.History;
using LiveBoard.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using ActivityKind = LiveBoard.Core.Boards.ActivityKind;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>The time machine over a board of 5,000 cards and 100,000 entries: opening it, and going anywhere in it.</summary>
internal static class HistoryScenario
{
    private const int Cards = 5_000;
    private const int Entries = 100_000;
    private const int Seeks = 300;
    private const int FromScratch = 12;

    public static async Task<HistoryResult> RunAsync()
    {
        Progress.Say("A board of 5,000 cards with 100,000 entries of history");
        await using var database = await TestDatabase.CreateAsync();
        var workspaceId = await database.AddWorkspaceAsync();
        var owner = await database.AddUserAsync(workspaceId, WorkspaceRole.Owner);
        var board = await MakeAsync(database, workspaceId, owner);
        await using var registry = new BoardHistoryRegistry(
            database.Live,
            database.Bus,
            new HistoryReader(database),
            database.Time,
            NullLogger<BoardHistoryRegistry>.Instance
        );
        await using var viewer = await database.Live.SubscribeAsync(board.Id, owner, _ => Task.CompletedTask);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        await using var view = await registry.ViewAsync(board.Id, owner, _ => Task.CompletedTask, () => { });
        var opened = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        return view!.Ask(history => Measure(history, opened, grown / 1024.0 / 1024.0)) with
        {
            FromScratch = await FromScratchAsync(database, view.Ask(h => h.Now), view.Ask(h => h.Last)),
        };
    }

    private static HistoryResult Measure(BoardHistory history, double opened, double megabytes)
    {
        var random = new Random(7);
        var near = history.At(0);
        List<double> far = [];
        List<double> next = [];
        for (var i = -30; i < Seeks; i++)
        {
            var moment = random.Next(history.Last);
            var farther = Time(() => near = history.At(moment, near));
            var step = Time(() => near = history.At(moment + 1, near));
            if (i >= 0)
            {
                far.Add(farther);
                next.Add(step);
            }
        }

        return new HistoryResult(opened, megabytes, new Latencies(far), new Latencies(next), new Latencies([]));
    }

    /// <summary>The yardstick: the same log folded anew up to each moment that is asked for.</summary>
    private static async Task<Latencies> FromScratchAsync(TestDatabase database, BoardSnapshot now, int last)
    {
        var reader = new HistoryReader(database);
        var entries = await reader.ReadAsync(now.Id, 0, now.Version);
        var start = await reader.ReadStartAsync(now, entries);
        var random = new Random(7);
        var times = new List<double>();
        for (var i = -2; i < FromScratch; i++)
        {
            var count = (int)((long)entries.Count * random.Next(last) / last);
            var time = Time(() =>
            {
                var history = new BoardHistory(now, start);
                history.Read(entries.Take(count));
                history.At(history.Last);
            });
            if (i >= 0)
            {
                times.Add(time);
            }
        }

        return new Latencies(times);
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<BoardSnapshot> MakeAsync(TestDatabase database, Guid workspaceId, Actor owner)
    {
        var boardId = Guid.CreateVersion7();
        await database.Commands.HandleAsync(
            new ImportBoard
            {
                BoardId = boardId,
                WorkspaceId = workspaceId,
                Plan = SampleBoard.Create(Cards),
            },
            owner
        );
        var board = await database.ReadAsync(boardId);
        var random = new Random(1);
        var cards = board.Cards.Values.ToList();
        var places = cards.ToDictionary(c => c.Id, c => c.ColumnId);
        var at = new DateTime(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);
        await using var db = database.CreateDbContext(database.Interceptor);
        for (var i = 0; i < Entries; i++)
        {
            var card = cards[random.Next(cards.Count)];
            var to = board.Columns[random.Next(board.Columns.Length)].Id;
            at = at.AddSeconds(random.Next(300));
            var isMove = i % 4 > 0;
            db.Activity.Add(
                new ActivityEntry
                {
                    Id = Guid.CreateVersion7(),
                    BoardId = boardId,
                    At = at,
                    ActorId = owner.PersonId,
                    Kind = isMove ? ActivityKind.CardMoved : ActivityKind.CardRenamed,
                    CardId = card.Id,
                    ColumnId = isMove ? to : null,
                    FromColumnId = isMove ? places[card.Id] : null,
                    Position = isMove ? card.Position : null,
                    FromPosition = isMove ? card.Position : null,
                    Before = isMove ? null : card.Title,
                    After = isMove ? null : card.Title,
                }
            );
            places[card.Id] = isMove ? to : places[card.Id];
        }

        await db.SaveChangesAsync();
        return await database.ReadAsync(boardId);
    }
}

/// <summary>What it cost.</summary>
/// <param name="Opened">Reading the log and folding it, ms.</param>
/// <param name="Megabytes">What is held of the past while somebody looks at it, for all of them together.</param>
/// <param name="Far">To any moment, with another one in sight.</param>
/// <param name="Next">To the next change.</param>
/// <param name="FromScratch">The yardstick: the log, in memory already, folded anew up to the moment.</param>
internal sealed record HistoryResult(
    double Opened,
    double Megabytes,
    Latencies Far,
    Latencies Next,
    Latencies FromScratch
);
