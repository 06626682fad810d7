using LiveBoard.Core.Data;
using LiveBoard.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Files;

/// <summary>
/// Lets go what nobody can get any more: attachments that were taken away longer ago than
/// <c>LiveBoard:Files:KeepDays</c>, and files that belong to none, as an upload that broke off leaves them.
/// </summary>
internal sealed partial class FileRetention(
    IDbContextFactory<LiveBoardDbContext> contexts,
    WriteQueue writes,
    FileStore store,
    FileSettings settings,
    TimeProvider time,
    ILogger<FileRetention> logger
) : PeriodicJob(Every, time)
{
    private const int BatchSize = 100;

    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary>A file comes before its row does; until then it belongs to nobody.</summary>
    private static readonly TimeSpan Unclaimed = TimeSpan.FromDays(1);

    /// <returns>How many files went.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await ForgetRemovedAsync(cancellationToken);
        var gone = 0;
        foreach (var files in store.FindOlderThan(Time.GetUtcNow().UtcDateTime - Unclaimed).Chunk(BatchSize))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var kept = await db
                .Attachments.Where(a => files.Contains(a.FileId!.Value))
                .Select(a => a.FileId!.Value)
                .ToListAsync(cancellationToken);
            foreach (var file in files.Except(kept))
            {
                store.Delete(file);
                gone++;
            }
        }

        return gone;
    }

    protected override Task DoAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    protected override void Tell(Exception error) => LogFailed(error);

    /// <summary>Takes the rows away, in each board's turn; the files are then nobody's.</summary>
    private async Task ForgetRemovedAsync(CancellationToken cancellationToken)
    {
        var oldest = Time.GetUtcNow().UtcDateTime.AddDays(-settings.KeepDays);
        foreach (var board in await BoardsWithRemovedAsync(oldest, cancellationToken))
        {
            using var turn = await writes.EnterAsync(board, cancellationToken);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var old = await (
                from attachment in db.Attachments
                where attachment.DeletedAt < oldest
                join card in db.Cards on attachment.CardId equals card.Id
                where card.BoardId == board
                select new { attachment, card }
            ).ToListAsync(cancellationToken);
            db.Attachments.RemoveRange(old.Select(o => o.attachment));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<List<Guid>> BoardsWithRemovedAsync(DateTime oldest, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from attachment in db.Attachments
            where attachment.DeletedAt < oldest
            join card in db.Cards on attachment.CardId equals card.Id
            select card.BoardId
        )
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Old files could not be taken away; it is tried again later.")]
    private partial void LogFailed(Exception error);
}
