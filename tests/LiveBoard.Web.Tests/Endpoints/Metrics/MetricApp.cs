using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Endpoints.Metrics;

/// <summary>An application with a workspace, its series "deploys" and "errors", and a token for programs.</summary>
public sealed class MetricApp : IAsyncLifetime
{
    private readonly Dictionary<string, Guid> _series = new(StringComparer.Ordinal);

    public LiveBoardApp App { get; init; } =
        new LiveBoardApp()
            .With("LiveBoard:Limits:PushesPerMinute", "10000")
            .With("LiveBoard:Limits:PushesPerMinuteAndSource", "10000");

    public string Secret { get; private set; } = "";

    public MetricService Metrics => App.Services.GetRequiredService<MetricService>();

    public ApiTokenService Tokens => App.Services.GetRequiredService<ApiTokenService>();

    public async ValueTask InitializeAsync()
    {
        await App.CreateAdministratorAsync();
        Secret = await MakeTokenAsync();
        foreach (var key in new[] { "deploys", "errors" })
        {
            await AddSeriesAsync(key);
        }
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public async Task<string> MakeTokenAsync(string name = "Build server") =>
        (await Tokens.CreateAsync(App.Administrator.Actor, App.WorkspaceId, name)).Value!;

    /// <summary>A series of its own, so that tests do not see each other's points.</summary>
    public async Task<string> AddSeriesAsync(string? key = null)
    {
        key ??= $"k{Guid.NewGuid():N}";
        var wish = new MetricWish(key, key, Direction: MetricDirection.HigherIsBetter);
        _series[key] = (await Metrics.CreateSeriesAsync(App.Administrator.Actor, App.WorkspaceId, wish)).Value;
        return key;
    }

    /// <summary>What is stored of the series, oldest first.</summary>
    public async Task<IReadOnlyList<(DateTime At, double Value)>> PointsAsync(string key)
    {
        await using var db = App.CreateDbContext();
        var id = _series[key];
        var points = await db.MetricPoints.Where(p => p.SeriesId == id).OrderBy(p => p.At).ToListAsync();
        return points.ConvertAll(p => (p.At, p.Value));
    }

    public async Task<PushReply> PushAsync(string body, string key = "", string? secret = null) =>
        await SendAsync(Request(body, key, secret ?? Secret));

    public async Task<PushReply> SendAsync(HttpRequestMessage request)
    {
        using var client = App.CreateBrowser();
        using (request)
        {
            using var response = await client.SendAsync(request);
            return await PushReply.OfAsync(response);
        }
    }

    /// <summary>A push as programs send it; to many series when there is no key.</summary>
    public static HttpRequestMessage Request(string body, string key, string? secret) =>
        new(HttpMethod.Post, new Uri(key.Length == 0 ? "/api/v1/metrics" : $"/api/v1/metrics/{key}", UriKind.Relative))
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json),
            Headers = { Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret) },
        };
}
