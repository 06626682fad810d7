using System.Diagnostics;
using LiveBoard.OpenIdProvider;

namespace LiveBoard.Testing;

/// <summary>A real OpenID Connect provider in a process of its own.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ProviderProcess(Process process, string url) => (_process, Url) = (process, url);

    public string Url { get; }

    public static async Task<ProviderProcess> StartAsync()
    {
        var program = typeof(TestClient).Assembly.Location;
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])[program, "--urls", "http://127.0.0.1:0"])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("listening ", StringComparison.Ordinal))
            {
                return new ProviderProcess(process, line["listening ".Length..]);
            }
        }

        throw new InvalidOperationException($"The provider ended with {process.ExitCode} before it listened.");
    }

    /// <summary>Tells the product to use it.</summary>
    public LiveBoardApp Connect(LiveBoardApp app, bool isOpen = false) =>
        app.With("LiveBoard:OpenIdConnect:Authority", Url)
            .With("LiveBoard:OpenIdConnect:ClientId", TestClient.Id)
            .With("LiveBoard:OpenIdConnect:ClientSecret", TestClient.Secret)
            .With("LiveBoard:OpenIdConnect:Name", "Acme")
            .With("LiveBoard:OpenIdConnect:AllowNewAccounts", isOpen.ToString());

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
