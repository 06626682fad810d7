using LiveBoard.Web.Endpoints;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.CommandLine;

/// <summary>
/// Asks the instance that runs on this machine whether it serves, for containers, which have no other program to ask with.
/// Takes its address from the same settings.
/// </summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The word that asks for it.</summary>
    public const string Word = "health";

    public static Task<int> RunAsync(IServiceProvider services, IReadOnlyList<string> words) =>
        AskAsync(services.GetRequiredService<IConfiguration>());

    /// <summary>Needs the settings only, so that asking every half minute costs no whole application.</summary>
    public static async Task<int> AskAsync(IConfiguration settings)
    {
        if (AddressOf(settings) is not { } address)
        {
            await Console.Error.WriteLineAsync(CommandTexts.HealthNoAddress);
            return Commands.Misused;
        }

        using var client = new HttpClient { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, HealthEndpoints.Ready));
        request.Headers.Host = HostOf(settings);
        try
        {
            using var response = await client.SendAsync(request);
            Console.WriteLine(CommandTexts.HealthAnswer.With(request.RequestUri, (int)response.StatusCode));
            return response.IsSuccessStatusCode ? Commands.Done : Commands.Failed;
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(CommandTexts.HealthSilent.With(request.RequestUri, error.Message));
            return Commands.Failed;
        }
    }

    /// <summary>Where it listens without TLS, as seen from this machine; null when it does not.</summary>
    internal static Uri? AddressOf(IConfiguration settings)
    {
        var listening =
            settings["http_ports"]?.Split(';').Select(port => $"http://localhost:{port}")
            ?? (settings["urls"] ?? DefaultAddress.Url).Split(';');
        return listening
            .Select(url => url.Trim().Replace("://*", "://localhost", StringComparison.Ordinal))
            .Select(url => url.Replace("://+", "://localhost", StringComparison.Ordinal))
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null)
            .OfType<Uri>()
            .Where(address => address.Scheme == Uri.UriSchemeHttp)
            .Select(address => IsAnyAddress(address) ? new UriBuilder(address) { Host = "localhost" }.Uri : address)
            .FirstOrDefault();
    }

    private static bool IsAnyAddress(Uri address) => address.Host is "0.0.0.0" or "[::]";

    /// <summary>A name that is served: with <c>AllowedHosts</c> set, no other is.</summary>
    private static string? HostOf(IConfiguration settings) =>
        Uri.TryCreate(settings["LiveBoard:PublicUrl"], UriKind.Absolute, out var home)
            ? home.Authority
            : settings["AllowedHosts"]
                ?.Split(';')
                .FirstOrDefault(name => !name.Contains('*', StringComparison.Ordinal));
}
