using LiveBoard.Web.Hosting;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Mail;

/// <summary>Sees each minute whether there is anything to mail, where mail is set.</summary>
internal sealed partial class NotificationMailing(
    NotificationPost post,
    IOptions<MailSettings> settings,
    TimeProvider time,
    ILogger<NotificationMailing> logger
) : PeriodicJob(Every, time)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override bool IsNeeded => settings.Value.IsSet;

    protected override Task DoAsync(CancellationToken cancellationToken) => post.SendAsync(cancellationToken);

    protected override void Tell(Exception error) => LogFailed(error);

    [LoggerMessage(LogLevel.Warning, "Mail about notifications could not be sent; it is tried again in a minute.")]
    private partial void LogFailed(Exception error);
}
