using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Mail;

/// <summary>Sees each minute whether there is anything to mail, where mail is set.</summary>
internal sealed partial class NotificationMailing(
    NotificationPost post,
    IOptions<MailSettings> settings,
    TimeProvider time,
    ILogger<NotificationMailing> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

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
                await post.SendAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail about notifications could not be sent; it is tried again in a minute.")]
    private partial void LogFailed(Exception error);
}
