using System.Diagnostics;
using LiveBoard.Benchmarks.Circuits;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// B-11: browsers that stop saying what they have painted, on a board where a card moves fifty times a second. What the
/// server keeps for them must not grow. Product and clients share this process, so the same is done with browsers that
/// do answer: the difference is what deafness costs.
/// </summary>
internal static class DeafScenario
{
    private const int Viewers = 20;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    public static async Task<DeafResult> RunAsync(bool areDeaf, TimeSpan length)
    {
        Progress.Say(areDeaf ? "Viewers that never answer" : "Viewers that answer");
        await using var app = new LiveBoardApp()
            .With("contentRoot", ProductServer.ProjectDirectory)
            .With("Logging:LogLevel:Default", "Warning")
            .With("LiveBoard:Limits:CircuitsPerUser", "10000");
        using var wire = new Wire(new Uri(app.StartOnSocket()));
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
        var ticket = await CircuitTicket.SignInAsync(wire, app.Administrator, isCompressed: true);
        await using var crowd = await CircuitCrowd.OpenAsync([ticket], $"b/{boardId}", Viewers + 1);
        var layout = BoardLayout.Of((await app.Services.GetRequiredService<BoardReader>().ReadAsync(boardId))!);
        var mover = new CardMover(crowd.Clients[0], layout);
        // What comes once, comes before.
        await MoveAsync(mover, length / 3);
        foreach (var viewer in crowd.Clients.Skip(1))
        {
            viewer.IsDeaf = areDeaf;
        }

        // Ten pictures are kept for whoever does not answer; from then on nothing more.
        await MoveAsync(mover, length / 3);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var batches = crowd.Clients.Skip(1).Sum(c => c.BatchCount);
        var moves = await MoveAsync(mover, length);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        return new DeafResult(
            areDeaf,
            moves,
            (double)(crowd.Clients.Skip(1).Sum(c => c.BatchCount) - batches) / Viewers,
            (after - before) / 1024.0 / Viewers
        );
    }

    private static async Task<int> MoveAsync(CardMover mover, TimeSpan length)
    {
        var moves = 0;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < length; moves++)
        {
            var at = Stopwatch.GetTimestamp();
            await mover.MoveAsync((_, _) => { });
            var left = Between - Stopwatch.GetElapsedTime(at);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left);
            }
        }

        return moves;
    }
}

/// <summary>What viewers cost while cards moved.</summary>
/// <param name="AreDeaf">True for viewers that never said what they had painted.</param>
/// <param name="Moves">Cards moved meanwhile.</param>
/// <param name="Batches">Pictures that each viewer was sent.</param>
/// <param name="GrowthKb">Memory that each viewer cost more at the end, in KB.</param>
internal sealed record DeafResult(bool AreDeaf, int Moves, double Batches, double GrowthKb);
