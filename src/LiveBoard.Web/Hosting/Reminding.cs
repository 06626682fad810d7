using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Data;
using LiveBoard.Core.Live.Texts;

namespace LiveBoard.Web.Hosting;

/// <summary>Looks each minute at what is due, and once a day at what is kept for a while only. One node does it at a time.</summary>
internal sealed partial class Reminding(
    LeaseKeeper leases,
    DueReminders reminders,
    NotificationRetention notifications,
    CardTextRetention texts,
    TimeProvider time,
    ILogger<Reminding> logger
) : PeriodicJob(Every, time)
{
    /// <summary>The job's name in the database.</summary>
    public const string Job = "reminders";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>A node that ended without a word is missed for so long.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(3);

    private DateOnly _sweptOn;

    protected override void Tell(Exception error) => LogFailed(error);

    protected override async Task DoAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, Length, cancellationToken))
        {
            return;
        }

        await reminders.SweepAsync(cancellationToken);
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        if (today != _sweptOn)
        {
            await notifications.SweepAsync(cancellationToken);
            await texts.SweepAsync(cancellationToken);
            _sweptOn = today;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reminders could not be looked at; it is tried again in a minute.")]
    private partial void LogFailed(Exception error);
}
