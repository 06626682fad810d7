using System.Net.Sockets;
using System.Text;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Files;

/// <summary>A-39: whoever sends a byte now and then does not hold the server's doors.</summary>
public sealed class SlowUploadTests : IAsyncLifetime
{
    private readonly FileApp _files = new();
    private string _url = "";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _url = _files.App.StartOnSocket();
        return _files.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Fact]
    public async Task UploadThatStandsStill_IsCutOff_AndLeavesNothing()
    {
        var (board, card) = await _files.MakeCardAsync();
        using var cookies = new HttpClientHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(cookies) { BaseAddress = new Uri(_url) };
        await LiveBoardApp.SignInAsync(browser, _files.App.Administrator);
        var token = await browser.GetAntiforgeryTokenAsync("/profile");
        using var socket = new TcpClient();
        await socket.ConnectAsync("localhost", browser.BaseAddress.Port, Cancellation);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"""
                POST /b/{board}/cards/{card}/files HTTP/1.1
                Host: {browser.BaseAddress.Authority}
                Cookie: {cookies.CookieContainer.GetCookieHeader(browser.BaseAddress)}
                RequestVerificationToken: {token}
                Content-Type: multipart/form-data; boundary=x
                Content-Length: 1000

                --x
                Content-Disposition: form-data; name=file; filename=a

                half
                """.ReplaceLineEndings("\r\n")
            ),
            Cancellation
        );

        // Nothing more is sent; the server waits its few seconds and then ends it.
        using var answer = new StreamReader(stream);
        var text = await answer.ReadToEndAsync(Cancellation);

        Assert.DoesNotContain("200 OK", text, StringComparison.Ordinal);
        Assert.Empty(await _files.ReadAsync(card));
        Assert.Empty(_files.Files());
    }
}
