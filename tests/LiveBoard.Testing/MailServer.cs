using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace LiveBoard.Testing;

/// <summary>A real mail server on this machine that keeps what it is given.</summary>
public sealed class MailServer : MessageStore, IAsyncDisposable
{
    private readonly Channel<MimeMessage> _arrived = Channel.CreateUnbounded<MimeMessage>();
    private readonly SmtpServer.SmtpServer _server;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _running;

    public MailServer()
    {
        Port = FreePort();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(this);
        _server = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder()
                .ServerName("localhost")
                .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)))
                .Build(),
            services
        );
        _running = _server.StartAsync(_closing.Token);
    }

    public int Port { get; }

    /// <summary>Mails that nobody has taken yet.</summary>
    public int Count => _arrived.Reader.Count;

    /// <summary>True to take no mail.</summary>
    public bool IsRefusing { get; set; }

    /// <summary>Whose mail is not taken; null to take everybody's.</summary>
    public string? RefusedAddress { get; set; }

    /// <summary>Tells the product to use it.</summary>
    public LiveBoardApp Connect(LiveBoardApp app) =>
        app.With("LiveBoard:Mail:Host", "127.0.0.1")
            .With("LiveBoard:Mail:Port", $"{Port}")
            .With("LiveBoard:Mail:Security", "None")
            .With("LiveBoard:Mail:From", "boards@example.org")
            .With("LiveBoard:PublicUrl", "http://boards.example.org");

    /// <summary>The next mail, when it comes.</summary>
    public async Task<MimeMessage> TakeAsync(CancellationToken cancellationToken) =>
        await _arrived.Reader.ReadAsync(cancellationToken);

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        if (IsRefusing || transaction.To.Any(to => $"{to.User}@{to.Host}" == RefusedAddress))
        {
            return SmtpResponse.TransactionFailed;
        }

        using var content = new MemoryStream(buffer.ToArray());
        await _arrived.Writer.WriteAsync(await MimeMessage.LoadAsync(content, cancellationToken), cancellationToken);
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
