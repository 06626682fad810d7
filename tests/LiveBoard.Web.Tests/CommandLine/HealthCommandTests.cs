using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.CommandLine;

public sealed class HealthCommandTests
{
    [Fact]
    public async Task Health_IsGood_WhileTheInstanceServes_UnderAnyNameOfIts()
    {
        await using var app = new LiveBoardApp().With("AllowedHosts", "board.example.com");
        var url = app.StartOnSocket();

        var served = await ProductProcess.RunAsync(
            app.Directory,
            "health",
            "--urls",
            url,
            "--AllowedHosts",
            "board.example.com"
        );
        var asStranger = await ProductProcess.RunAsync(app.Directory, "health", "--urls", url);
        await app.DisposeAsync();
        var gone = await ProductProcess.RunAsync(app.Directory, "health", "--urls", url);

        Assert.Equal((0, 1, 1), (served.ExitCode, asStranger.ExitCode, gone.ExitCode));
        Assert.Contains("did not answer", gone.Errors, StringComparison.Ordinal);
    }
}
