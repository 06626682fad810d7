using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Takes audit entries away that are older than <c>LiveBoard:Audit:KeepDays</c> (365): they hold network addresses, which
/// are kept no longer than they are of use. Looks once a day.
/// </summary>
internal sealed partial class AuditRetention(
    IDbContextFactory<LiveBoardDbContext> contexts,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<AuditRetention> logger
) : BackgroundService
{
    private const int BatchSize = 500;
    private const int DefaultDays = 365;

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <returns>How many went.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var days = configuration.GetValue("LiveBoard:Audit:KeepDays", DefaultDays);
        var oldest = time.GetUtcNow().UtcDateTime.AddDays(-days);
        for (var gone = 0; ; )
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var old = await db
                .AuditEntries.Where(e => e.At < oldest)
                .OrderBy(e => e.At)
                .Take(BatchSize)
                .ToListAsync(cancellationToken);
            if (old.Count == 0)
            {
                return gone;
            }

            db.AuditEntries.RemoveRange(old);
            await db.SaveChangesAsync(cancellationToken);
            gone += old.Count;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Old entries of the audit trail could not be taken away; it is tried again tomorrow."
    )]
    private partial void LogFailed(Exception error);
}
