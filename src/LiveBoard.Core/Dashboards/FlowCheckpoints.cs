using System.Threading.Channels;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Dashboards;

/// <summary>
/// Keeps ledgers, so that opening one costs what happened since and not the board's age. Whatever goes wrong here costs
/// time and nothing else: the log is read from its beginning. Thread-safe.
/// </summary>
public sealed partial class FlowCheckpoints(
    IDbContextFactory<LiveBoardDbContext> contexts,
    WriteQueue writes,
    FlowReader log,
    ILogger<FlowCheckpoints> logger
)
{
    /// <summary>Entries of the log that are worth a checkpoint: read in some ten milliseconds.</summary>
    public const int Interval = 5_000;

    /// <summary>A board's ledger as of a version: what was kept of it, and the log since.</summary>
    /// <returns>The ledger, and how many entries had to be read for it.</returns>
    internal async Task<(FlowLedger Ledger, int EntriesRead)> OpenAsync(Guid boardId, long until, FlowCalendar calendar)
    {
        var stages = await log.ReadStagesAsync(boardId);
        var (ledger, version) = await ReadAsync(boardId, until, Empty);
        var read = 0;
        await ledger.ApplyAsync(Counted());
        return (ledger, read);

        async IAsyncEnumerable<IReadOnlyList<ActivityEntry>> Counted()
        {
            await foreach (var batch in ReadAhead(log.ReadAsync(boardId, version, until)))
            {
                read += batch.Count;
                yield return batch;
            }
        }

        FlowLedger Empty()
        {
            var empty = new FlowLedger(calendar);
            foreach (var (columnId, stage) in stages)
            {
                empty.SetStage(columnId, stage);
            }

            return empty;
        }
    }

    /// <summary>Reads the next ones while those before are taken in.</summary>
    private static async IAsyncEnumerable<T> ReadAhead<T>(IAsyncEnumerable<T> things)
    {
        var ahead = Channel.CreateBounded<T>(4);
        using var stopping = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            await foreach (var thing in things.WithCancellation(stopping.Token))
            {
                await ahead.Writer.WriteAsync(thing, stopping.Token);
            }
        });
        _ = reading.ContinueWith(done => ahead.Writer.Complete(done.Exception?.InnerException), TaskScheduler.Default);
        try
        {
            await foreach (var thing in ahead.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return thing;
            }
        }
        finally
        {
            await stopping.CancelAsync();
        }
    }

    private async Task<(FlowLedger Ledger, long Version)> ReadAsync(Guid boardId, long until, Func<FlowLedger> empty)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var kept = await db
            .FlowCheckpoints.AsNoTracking()
            .SingleOrDefaultAsync(c => c.BoardId == boardId && c.Version <= until);
        if (kept is null)
        {
            return (empty(), 0);
        }

        var ledger = empty();
        try
        {
            return FlowLedgerBytes.Read(kept.Ledger, ledger) ? (ledger, kept.Version) : (ledger, 0);
        }
        catch (Exception error) when (error is FormatException or EndOfStreamException)
        {
            LogUnreadable(error, boardId);
            return (empty(), 0);
        }
    }

    /// <summary>Keeps a ledger in place of an earlier one.</summary>
    /// <param name="boardId">The board.</param>
    /// <param name="version">The last version in it.</param>
    /// <param name="ledger">As <see cref="FlowLedgerBytes"/> writes it.</param>
    internal async Task KeepAsync(Guid boardId, long version, byte[] ledger)
    {
        try
        {
            using var turn = await writes.EnterAsync(boardId, CancellationToken.None);
            await using var db = await contexts.CreateDbContextAsync();
            if (await db.FlowCheckpoints.FindAsync(boardId) is not { } kept)
            {
                db.FlowCheckpoints.Add(
                    new FlowCheckpoint
                    {
                        BoardId = boardId,
                        Version = version,
                        Ledger = ledger,
                    }
                );
            }
            else if (kept.Version < version)
            {
                (kept.Version, kept.Ledger) = (version, ledger);
            }

            await db.SaveChangesAsync();
        }
        catch (DbUpdateException error)
        {
            // Another process kept one at the same moment, or the board is gone.
            LogNotKept(error, boardId);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The kept flow of board {BoardId} cannot be read; its log is read anew.")]
    private partial void LogUnreadable(Exception error, Guid boardId);

    [LoggerMessage(LogLevel.Information, "The flow of board {BoardId} was not kept; it is tried again later.")]
    private partial void LogNotKept(Exception error, Guid boardId);
}
