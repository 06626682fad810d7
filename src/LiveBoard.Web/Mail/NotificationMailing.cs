using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Boards;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Mail;

/// <summary>
/// Mails what people are told, each minute what has come to rest, and once a day to those who want it so. One node does it
/// at a time. A mail is noted as sent before the next is written: should the program end in between, one mail may come
/// twice, and none is lost.
/// </summary>
internal sealed partial class NotificationMailing(
    LeaseKeeper leases,
    NotificationMailbox mailbox,
    NotificationMail mail,
    Mailer mailer,
    DueDates dates,
    IOptions<MailSettings> settings,
    TimeProvider time,
    ILogger<NotificationMailing> logger
) : BackgroundService
{
    private const string Job = "notification-mail";
    private const int DigestHour = 7;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.IsSet)
        {
            return;
        }

        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SendAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, Length, cancellationToken))
        {
            return;
        }

        foreach (var pending in await mailbox.ReadAsync(DigestFrom(), cancellationToken))
        {
            using var message = mail.Write(pending);
            await mailer.DeliverAsync(message, cancellationToken);
            await mailbox.NoteSentAsync(pending, cancellationToken);
        }
    }

    /// <summary>This morning, or yesterday's while it is still night.</summary>
    private DateTime DigestFrom()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var day = dates.DayOf(now.AddHours(-DigestHour));
        return dates.ToUtc(day.ToDateTime(new TimeOnly(DigestHour, 0)));
    }

    [LoggerMessage(LogLevel.Warning, "Mail about notifications could not be sent; it is tried again in a minute.")]
    private partial void LogFailed(Exception error);
}
