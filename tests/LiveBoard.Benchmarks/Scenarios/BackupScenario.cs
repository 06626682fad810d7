using System.Diagnostics;
using LiveBoard.Benchmarks.Report;
using LiveBoard.Benchmarks.Servers;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Backups;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>What a writer feels while backups are made one after the other, against the same without any.</summary>
internal sealed class BackupScenario : IAsyncDisposable
{
    private const int Cards = 20_000;

    private readonly LiveBoardApp _app = new();
    private readonly Guid _boardId = Guid.CreateVersion7();

    /// <param name="writes">How many commands are measured on either side.</param>
    public async Task<IReadOnlyList<BackupResult>> RunAsync(int writes)
    {
        await _app.CreateAdministratorAsync();
        await DoAsync(
            new ImportBoard
            {
                BoardId = _boardId,
                WorkspaceId = _app.WorkspaceId,
                Plan = SampleBoard.Create(Cards),
            }
        );
        var board = (await _app.Services.GetRequiredService<BoardReader>().ReadAsync(_boardId))!;
        await WriteAsync(board, writes / 4);
        var without = await WriteAsync(board, writes);
        using var enough = new CancellationTokenSource();
        var backups = Task.Run(() => BackUpAsync(enough.Token));
        var with = await WriteAsync(board, writes);
        await enough.CancelAsync();
        return [new BackupResult(without, new Latencies([]), 0), (await backups) with { Acks = with }];
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<BackupResult> BackUpAsync(CancellationToken enough)
    {
        var service = _app.Services.GetRequiredService<BackupService>();
        var shelf = _app.Services.GetRequiredService<BackupShelf>();
        var (times, size) = (new List<double>(), 0L);
        while (!enough.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            var made = await service.MakeAsync(BackupKind.Manual, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            size = made.Size;
            shelf.Delete(made);
        }

        return new BackupResult(new Latencies([]), new Latencies(times), size);
    }

    private async Task<Latencies> WriteAsync(BoardSnapshot board, int count)
    {
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var move = new MoveCard
            {
                BoardId = _boardId,
                CardId = board.Columns[0].Cards[i % 100].Id,
                ToColumnId = board.Columns[1 + (i % 5)].Id,
            };
            var start = Stopwatch.GetTimestamp();
            await DoAsync(move);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Latencies(times);
    }

    private async Task DoAsync(BoardCommand command)
    {
        var handler = _app.Services.GetRequiredService<BoardCommandHandler>();
        if (!(await handler.HandleAsync(command, _app.Administrator.Actor)).IsDone)
        {
            throw new BenchmarkException("A command was refused.");
        }
    }
}

/// <summary>What was measured on one side.</summary>
/// <param name="Acks">From a command to its durable answer.</param>
/// <param name="Backups">How long backups took; none without.</param>
/// <param name="Size">Bytes of a backup.</param>
internal sealed record BackupResult(Latencies Acks, Latencies Backups, long Size);
