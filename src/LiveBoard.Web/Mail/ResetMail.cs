using LiveBoard.Core.Access;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Mail;

/// <summary>Mails the link that sets a new password to whoever has the address, and to nobody else. Thread-safe; lives as long as the application.</summary>
internal sealed class ResetMail(PasswordResets resets, Mailer mailer, IConfiguration configuration)
{
    /// <summary>Does nothing for an address that no account has; whoever asked cannot tell, as it is looked up later.</summary>
    public void Send(string address)
    {
        var source = AuditSource.Current;
        mailer.Send(async cancellationToken =>
        {
            AuditSource.Set(source);
            if (await resets.CreateMailedAsync(address.ToUpperInvariant(), cancellationToken) is not { } reset)
            {
                return null;
            }

            var link = new Uri(new Uri(configuration["LiveBoard:PublicUrl"]!), $"/reset/{reset.Secret}");
            return mailer.Write(reset.Address, ResetTexts.MailSubject, ResetTexts.MailText.With(link));
        });
    }
}
