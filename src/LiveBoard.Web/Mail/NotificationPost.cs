using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Boards;
using MailKit.Net.Smtp;

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
    /// <exception cref="Exception">The mail server did not take a mail, which is tried again later; or it could not be reached, and neither could those after it.</exception>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (!await leases.TryTakeAsync(Job, Length, cancellationToken))
        {
            return;
        }

        SmtpCommandException? refused = null;
        foreach (var pending in await mailbox.ReadAsync(DigestFrom(), cancellationToken))
        {
            using var message = mail.Write(pending);
            try
            {
                await mailer.DeliverAsync(message, cancellationToken);
                await mailbox.NoteSentAsync(pending, cancellationToken);
            }
            catch (SmtpCommandException error)
            {
                // One address that the server does not take must not keep everybody else's mail.
                refused = error;
            }
        }

        if (refused is not null)
        {
            throw refused;
        }
    }

    /// <summary>This morning, or yesterday's while it is still night.</summary>
    private DateTime DigestFrom()
    {
        var day = dates.DayOf(time.GetUtcNow().UtcDateTime.AddHours(-DigestHour));
        return dates.ToUtc(day.ToDateTime(new TimeOnly(DigestHour, 0)));
    }
}
