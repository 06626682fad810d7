using System.Threading.Channels;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace LiveBoard.Web.Mail;

/// <summary>
/// Writes and sends mail in the background, one after another: how long it takes tells nobody whether there was anything
/// to send.
/// A mail that the server refuses three times is given up and logged; one that waits when the program ends is lost, and
/// the person asks again. Thread-safe; lives as long as the application.
/// </summary>
internal sealed partial class Mailer(IOptions<MailSettings> settings, TimeProvider time, ILogger<Mailer> logger)
    : BackgroundService
{
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Far more than any honest hour needs; beyond it the newest are dropped.</summary>
    private readonly Channel<Func<CancellationToken, Task<MimeMessage?>>> _waiting = Channel.CreateBounded<
        Func<CancellationToken, Task<MimeMessage?>>
    >(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Puts a mail into the queue.</summary>
    /// <param name="write">Writes it, or finds that there is nothing to send.</param>
    public void Send(Func<CancellationToken, Task<MimeMessage?>> write) => _waiting.Writer.TryWrite(write);

    /// <summary>A mail of ours.</summary>
    /// <param name="address">One address, checked before.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">Plain text: nothing in it can be a picture, a script or a form.</param>
    public MimeMessage Write(string address, string subject, string text)
    {
        var message = new MimeMessage
        {
            Subject = subject,
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(MailboxAddress.Parse(settings.Value.From));
        message.To.Add(new MailboxAddress(name: null, address));
        return message;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var write in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                if (await write(stoppingToken) is { } message)
                {
                    using (message)
                    {
                        await TryAsync(message, stoppingToken);
                    }
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // One mail that cannot be written must not keep the others.
                LogUnwritten(error);
            }
        }
    }

    private async Task TryAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await DeliverAsync(message, cancellationToken);
                return;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogFailed(error, attempt);
                if (attempt == Attempts)
                {
                    return;
                }
            }

            await Task.Delay(Pause * attempt, time, cancellationToken);
        }
    }

    /// <summary>Hands a mail to the mail server at once.</summary>
    /// <exception cref="Exception">The server cannot be reached, or does not take it.</exception>
    public async Task DeliverAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var server = settings.Value;
        using var client = new SmtpClient();
        await client.ConnectAsync(server.Host, server.Port, server.SocketOptions, cancellationToken);
        if (server.User.Length > 0)
        {
            await client.AuthenticateAsync(server.User, server.Password, cancellationToken);
        }

        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "A mail could not be handed to the mail server (try {Attempt} of 3).")]
    private partial void LogFailed(Exception error, int attempt);

    [LoggerMessage(LogLevel.Error, "A mail could not be written.")]
    private partial void LogUnwritten(Exception error);
}
