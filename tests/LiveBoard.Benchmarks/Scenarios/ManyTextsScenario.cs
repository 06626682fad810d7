using System.Collections.Concurrent;
using System.Diagnostics;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// Many people at many texts: two to a card, each handing in three times a second. Within one process and without
/// browsers: from handing in (first try) to the other's editor being told.
/// </summary>
internal static class ManyTextsScenario
{
    private const int Cards = 50;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(333);

    public static async Task<TypingResult> RunAsync(TimeSpan length)
    {
        await using var app = new LiveBoardApp()
            .With("contentRoot", ProductServer.ProjectDirectory)
            .With("Logging:LogLevel:Default", "Warning");
        await app.CreateAdministratorAsync();
        var boardId = Guid.CreateVersion7();
        await app
            .Services.GetRequiredService<BoardCommandHandler>()
            .HandleAsync(
                new ImportBoard
                {
                    BoardId = boardId,
                    WorkspaceId = app.WorkspaceId,
                    Plan = SampleBoard.Create(LiveScenario.BoardSize),
                },
                app.Administrator.Actor
            );
        var board = (await app.Services.GetRequiredService<BoardReader>().ReadAsync(boardId))!;
        var texts = app.Services.GetRequiredService<CardTextAuthority>();
        var writers = new List<Writer>();
        foreach (var card in board.Cards.Keys.Take(Cards))
        {
            var times = new Times();
            for (var i = 0; i < 2; i++)
            {
                var actor = (await app.CreateUserAsync(app.WorkspaceId)).Actor;
                var writer = new Writer($"{card}-{i}"[^38..], times);
                writer.Session = (await texts.OpenAsync(actor, boardId, card, writer.HearAsync))!;
                writers.Add(writer);
            }
        }

        using var end = new CancellationTokenSource(length);
        await Task.WhenAll(writers.Select((w, i) => w.WriteAsync(Between * i / writers.Count, Between, end.Token)));
        await Task.Delay(TimeSpan.FromSeconds(1));
        foreach (var writer in writers)
        {
            await writer.Session.DisposeAsync();
        }

        return new TypingResult(
            writers.Count,
            new Latencies(writers.Select(w => w.Times).Distinct().SelectMany(t => t.Latencies)),
            double.NaN
        );
    }

    /// <summary>When each update of a card was handed in, and when the other heard of it.</summary>
    private sealed class Times
    {
        public ConcurrentDictionary<long, long> HandedIn { get; } = new();

        public ConcurrentDictionary<long, long> Heard { get; } = new();

        public IEnumerable<double> Latencies =>
            from heard in Heard
            where HandedIn.ContainsKey(heard.Key)
            select Stopwatch.GetElapsedTime(HandedIn[heard.Key], heard.Value).TotalMilliseconds;
    }

    private sealed class Writer(string id, Times times)
    {
        private long _version;
        private int _length;

        public Times Times => times;

        public CardTextSession Session { get; set; } = null!;

        public Task HearAsync(CardTextNews news)
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var update in news.Updates.Where(u => u.ClientId != id))
            {
                times.Heard.TryAdd(update.Version, now);
            }

            return Task.CompletedTask;
        }

        public async Task WriteAsync(TimeSpan first, TimeSpan between, CancellationToken cancellationToken)
        {
            (_version, _length) = (Session.Begin.Version, Session.Begin.Text.Length);
            await Task.Delay(first, CancellationToken.None);
            while (!cancellationToken.IsCancellationRequested)
            {
                var start = Stopwatch.GetTimestamp();
                while (!await TryAsync(start))
                {
                    // The other was first; what they wrote is in now.
                }

                var left = between - Stopwatch.GetElapsedTime(start);
                await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, CancellationToken.None);
            }
        }

        /// <summary>One more character at the beginning, for which nothing has to be known but the length.</summary>
        private async Task<bool> TryAsync(long start)
        {
            var change = _length == 0 ? """[[0,"x"]]""" : $"""[[0,"x"],{_length}]""";
            var result = await Session.PushAsync(_version, id, [change]);
            (_version, _length) = (_version + result.Updates.Length, _length + result.Updates.Length);
            if (result.Outcome == PushOutcome.Done)
            {
                times.HandedIn[_version] = start;
            }

            return result.Outcome == PushOutcome.Done;
        }
    }
}
