using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Boards;

namespace LiveBoard.Web.Mail;

/// <summary>
/// Mails what people are told: what has come to rest, and once a day to those who want it so. One node does it at a time.
/// A mail is noted as sent before the next is written: should the program end in between, one mail may come twice, and
/// none is lost. Called by one thread at a time; lives as long as the application.
/// </summary>
internal sealed class NotificationPost(
    LeaseKeeper leases,
    NotificationMailbox mailbox,
    NotificationMail mail,
    Mailer mailer,
    DueDates dates,
    TimeProvider time
)
{
    private const string Job = "notification-mail";
    private const int DigestHour = 7;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(15);

    /// <summary>Sends what is to be sent now, if no other node does.</summary>
    /// <exception cref="Exception">The mail server did not take a mail; it and those after it are tried again later.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
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
        var day = dates.DayOf(time.GetUtcNow().UtcDateTime.AddHours(-DigestHour));
        return dates.ToUtc(day.ToDateTime(new TimeOnly(DigestHour, 0)));
    }
}
