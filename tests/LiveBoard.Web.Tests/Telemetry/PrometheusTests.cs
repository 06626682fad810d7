using System.Net;
using System.Net.Http.Headers;
using LiveBoard.Testing;
using LiveBoard.Web.Tests.Backups;

namespace LiveBoard.Web.Tests.Telemetry;

/// <summary>P-34: what is measured is for whoever has the token.</summary>
public sealed class PrometheusTests
{
    private const string Token = "kqZ7wX2mPc94RtYvLs81NdHb";

    private static CancellationToken Stop => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kqZ7wX2mPc94RtYvLs81NdHB")]
    public async Task WithoutTheToken_ThereIsNoSuchAddress(string? token)
    {
        await using var app = new LiveBoardApp().With("LiveBoard:Telemetry:PrometheusToken", Token);
        await app.CreateAdministratorAsync();
        using var client = app.CreateBrowser();

        using var metrics = await AskAsync(client, "/metrics", token);
        using var nothing = await AskAsync(client, "/nothing", token);

        Assert.Equal((nothing.StatusCode, HttpStatusCode.Redirect), (metrics.StatusCode, metrics.StatusCode));
    }

    [Fact]
    public async Task WithoutASetting_ThereIsNoSuchAddress_NotForAdministratorsEither()
    {
        await using var app = new LiveBoardApp();
        using var client = await app.CreateBrowserAsync(await app.CreateAdministratorAsync());

        using var metrics = await AskAsync(client, "/metrics", Token);

        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);
    }

    [Fact]
    public async Task WithTheToken_MeasurementsAreThere_WithoutAnybodysWords()
    {
        await using var app = new BackupApp
        {
            App = new LiveBoardApp().With("LiveBoard:Telemetry:PrometheusToken", Token),
        };
        await app.SetUpAsync();
        await app.AddCardAsync("Secret plans");
        using var client = app.App.CreateBrowser();

        using var metrics = await AskAsync(client, "/metrics", Token);
        var text = await metrics.Content.ReadAsStringAsync(Stop);

        Assert.Equal(HttpStatusCode.OK, metrics.StatusCode);
        Assert.Contains("liveboard_change_publish_duration_seconds_count", text, StringComparison.Ordinal);
        Assert.Contains("liveboard_command_name=\"AddCards\"", text, StringComparison.Ordinal);
        Assert.Contains("liveboard_board_open", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Winter", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenThatCouldBeGuessed_KeepsTheProgramFromStarting()
    {
        var directory = Directory.CreateTempSubdirectory("liveboard-token-").FullName;

        var (exitCode, output, _) = await ProductProcess.RunAsync(
            directory,
            "--LiveBoard:Telemetry:PrometheusToken=metrics"
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("PrometheusToken is too short", output, StringComparison.Ordinal);
        Directory.Delete(directory, recursive: true);
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return client.SendAsync(request, Stop);
    }
}
