using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Hosting;

/// <summary>
/// Takes audit entries away that are older than <c>LiveBoard:Audit:KeepDays</c> (365): they hold network addresses, which
/// are kept no longer than they are of use. Looks once a day.
/// </summary>
internal sealed partial class AuditRetention(
    IDbContextFactory<LiveBoardDbContext> contexts,
    WriteQueue writes,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<AuditRetention> logger
) : PeriodicJob(Every, time)
{
    private const int DefaultDays = 365;

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <returns>How many went.</returns>
    public Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var days = configuration.GetValue("LiveBoard:Audit:KeepDays", DefaultDays);
        var oldest = Time.GetUtcNow().UtcDateTime.AddDays(-days);
        return BatchRemoval.RemoveAsync(
            contexts,
            writes,
            db => db.AuditEntries.Where(e => e.At < oldest).OrderBy(e => e.At),
            cancellationToken
        );
    }

    protected override Task DoAsync(CancellationToken cancellationToken) => SweepAsync(cancellationToken);

    protected override void Tell(Exception error) => LogFailed(error);

    [LoggerMessage(
        LogLevel.Warning,
        "Old entries of the audit trail could not be taken away; it is tried again tomorrow."
    )]
    private partial void LogFailed(Exception error);
}
