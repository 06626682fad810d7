using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Web.Backups;

/// <summary>
/// Makes the daily backup when its hour has come, or has passed while the program was away. What fails is tried again an
/// hour later.
/// </summary>
internal sealed class BackupSchedule(
    BackupService backups,
    BackupShelf shelf,
    IDbContextFactory<LiveBoardDbContext> contexts,
    DueDates clock,
    TimeProvider time
) : PeriodicJob(Every, time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    private DateTime _notBefore;

    protected override bool IsNeeded => backups.IsSupported;

    /// <summary>The last moment at which one was due.</summary>
    /// <param name="plan">Which hour.</param>
    /// <param name="now">UTC.</param>
    /// <param name="clock">The hour of which wall.</param>
    internal static DateTime LastDue(BackupPlan plan, DateTime now, DueDates clock)
    {
        var today = clock.ToUtc(clock.ToLocal(now).Date.AddHours(plan.Hour));
        return today <= now ? today : clock.ToUtc(clock.ToLocal(now).Date.AddDays(-1).AddHours(plan.Hour));
    }

    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plan = BackupPlan.Of(await db.InstanceSettings.AsNoTracking().SingleOrDefaultAsync(cancellationToken));
        var last = shelf.List().FirstOrDefault(b => b.Kind == BackupKind.Daily)?.At;
        // An instance that nobody has set up has nothing to lose.
        if (
            plan.IsDaily
            && now >= _notBefore
            && (last is null || last < LastDue(plan, now, clock))
            && await db.Users.AnyAsync(cancellationToken)
        )
        {
            _notBefore = now + RetryAfter;
            await backups.MakeAsync(BackupKind.Daily, cancellationToken);
        }
    }

    /// <summary>The service has told it already.</summary>
    protected override void Tell(Exception error)
    {
        if (error is not BackupException)
        {
            backups.NoteFailure(new BackupException(BackupFault.System, error.Message, error));
        }
    }
}
