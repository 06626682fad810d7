using System.Globalization;
using System.Text;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Notifications;
using LiveBoard.Web.Texts;
using MimeKit;

namespace LiveBoard.Web.Mail;

/// <summary>
/// Writes the mail about what a person is told: plain text, so that nothing in it can be a picture, a script or a form,
/// whatever people called their cards. Thread-safe.
/// </summary>
internal sealed class NotificationMail(Mailer mailer, IConfiguration configuration)
{
    private const int MaxSubject = 150;

    public MimeMessage Write(PendingMail pending)
    {
        var text = new StringBuilder();
        foreach (var card in pending.Items.GroupBy(i => (i.BoardId, i.CardNumber)))
        {
            var latest = card.Last();
            text.AppendLine(
                CultureInfo.CurrentCulture,
                $"#{latest.CardNumber} {latest.CardTitle} ({latest.BoardName})"
            );
            foreach (var item in card)
            {
                text.AppendLine(CultureInfo.CurrentCulture, $"- {NotificationWords.Of(item)}");
                if (item.Excerpt is { } excerpt)
                {
                    // Marked as somebody else's words, line by line, as mail has always done.
                    text.AppendLine(CultureInfo.CurrentCulture, $"  > {excerpt.ReplaceLineEndings("\n  > ")}");
                }
            }

            text.AppendLine(AddressOf($"/b/{latest.BoardId}/c/{latest.CardNumber}")).AppendLine();
        }

        text.AppendLine(NotificationTexts.MailFoot.With(AddressOf("/notifications")));
        return mailer.Write(pending.Address, SubjectOf(pending), text.ToString());
    }

    private static string SubjectOf(PendingMail pending)
    {
        if (pending.IsDigest)
        {
            return NotificationTexts.MailDigestSubject.With(pending.Items.Length);
        }

        var first = pending.Items[0];
        var words = $"#{first.CardNumber} {first.CardTitle}: {NotificationWords.Of(first)}";
        var line = PlainText.ToLine(words);
        return line.Length <= MaxSubject ? line : PlainText.Cut(line, MaxSubject) + "…";
    }

    private string AddressOf(string path) => new Uri(new Uri(configuration["LiveBoard:PublicUrl"]!), path).ToString();
}
