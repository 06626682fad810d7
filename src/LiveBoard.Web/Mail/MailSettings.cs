using MailKit.Security;

namespace LiveBoard.Web.Mail;

/// <summary>The server that takes our mail, from <c>LiveBoard:Mail</c>.</summary>
internal sealed class MailSettings
{
    public const string Section = "LiveBoard:Mail";

    /// <summary>Its name; empty for no mail.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>Whom to sign in as there; empty for nobody.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>What stands as the sender.</summary>
    public string From { get; init; } = "";

    /// <summary>StartTls, Tls from the first byte, or None, which only this machine itself may have.</summary>
    public string Security { get; init; } = "StartTls";

    public bool IsSet => Host.Length > 0;

    /// <summary>Never less than what is set: no mail rather than mail that others read.</summary>
    public SecureSocketOptions SocketOptions =>
        Security switch
        {
            "Tls" => SecureSocketOptions.SslOnConnect,
            "None" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    /// <summary>Why it cannot be used as it is set; null when it can, or is not set.</summary>
    /// <param name="publicUrl">The address that links in mail begin with.</param>
    public string? ProblemWith(string? publicUrl) =>
        !IsSet ? null
        : !Uri.TryCreate(publicUrl, UriKind.Absolute, out _)
            ? $"{Section} needs LiveBoard:PublicUrl: links in mail begin with it, and never with what a request claims."
        : Identity.EmailAddress.Parse(From) is null ? $"{Section}: From is not an e-mail address."
        : Security is not ("StartTls" or "Tls" or "None") ? $"{Section}: Security is StartTls, Tls or None."
        : Security == "None" && Host is not ("localhost" or "127.0.0.1" or "::1")
            ? $"{Section}: Security may be None only for a mail server on this machine itself."
        : null;
}
