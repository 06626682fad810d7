using LiveBoard.Core.Events;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Endpoints.Metrics;

/// <summary>What programs may push, and what they are told when it was taken.</summary>
public sealed class MetricPushTests(MetricApp metrics) : IClassFixture<MetricApp>
{
    private static readonly DateTime Ten = new(2026, 1, 1, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task OnePoint_IsStored_Again_IsTheSame_AnotherValueReplaces()
    {
        var key = await metrics.AddSeriesAsync();
        const string Body = """{ "value": 12.5, "at": "2026-01-01T10:00:00Z" }""";

        Assert.Equal((1, 0), Counts(await metrics.PushAsync(Body, key)));
        Assert.Equal((0, 1), Counts(await metrics.PushAsync(Body, key)));
        Assert.Equal(
            (1, 0),
            Counts(await metrics.PushAsync(Body.Replace("12.5", "-3e2", StringComparison.Ordinal), key))
        );

        Assert.Equal([(Ten, -300d)], await metrics.PointsAsync(key));
    }

    [Theory]
    [InlineData("\"2026-01-01T10:00:00Z\"", 0)]
    [InlineData("\"2026-01-01T12:00:00+02:00\"", 0)]
    [InlineData("\"2026-01-01T04:30:00-05:30\"", 0)]
    [InlineData("\"2026-01-01T10:00Z\"", 0)]
    [InlineData("\"2026-01-01T10:00:00.25Z\"", 250)]
    [InlineData("\"2026-01-01T10:00:00.250999999Z\"", 250)]
    [InlineData("1767261600", 0)]
    [InlineData("1767261600.25", 250)]
    [InlineData("1767261600250", 250)]
    public async Task Time_IsIsoWithAnOffset_OrSecondsOrMilliseconds(string at, int milliseconds)
    {
        var key = await metrics.AddSeriesAsync();

        Assert.Equal((1, 0), Counts(await metrics.PushAsync($$"""{ "value": 1, "at": {{at}} }""", key)));

        Assert.Equal([(Ten.AddMilliseconds(milliseconds), 1d)], await metrics.PointsAsync(key));
    }

    [Fact]
    public async Task NoTime_IsNow()
    {
        var key = await metrics.AddSeriesAsync();
        var time = metrics.App.Services.GetRequiredService<TimeProvider>();
        var before = time.GetUtcNow().UtcDateTime.AddMilliseconds(-1);

        await metrics.PushAsync("""{ "value": 1 }""", key);

        Assert.InRange(Assert.Single(await metrics.PointsAsync(key)).At, before, time.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task ManyPoints_OfOneSeries_AndOfMany()
    {
        var (first, second) = (await metrics.AddSeriesAsync(), await metrics.AddSeriesAsync());
        const string Points = """[ { "value": 1, "at": 1767261600 }, { "at": 1767265200, "value": 2 } ]""";

        Assert.Equal((2, 0), Counts(await metrics.PushAsync($$"""{ "points": {{Points}} }""", first)));
        var body = $$"""{ "series": { "{{first}}": {{Points}}, "{{second}}": {{Points}} } }""";
        Assert.Equal((2, 2), Counts(await metrics.PushAsync(body)));

        Assert.Equal([(Ten, 1d), (Ten.AddHours(1), 2d)], await metrics.PointsAsync(second));
    }

    [Fact]
    public async Task Push_IsToldToWhoeverLooks()
    {
        var key = await metrics.AddSeriesAsync();
        var heard = new TaskCompletionSource<MetricsChanged>(TaskCreationOptions.RunContinuationsAsynchronously);
        var bus = metrics.App.Services.GetRequiredService<IBoardEventBus>();
        using var subscription = bus.SubscribeDirectory(change =>
        {
            if (change is MetricsChanged changed)
            {
                heard.TrySetResult(changed);
            }
        });

        await metrics.PushAsync("""{ "value": 1 }""", key);

        var told = await heard.Task.WaitAsync(TimeSpan.FromSeconds(20), Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(metrics.App.WorkspaceId, told.WorkspaceId);
    }

    private static (int?, int?) Counts(PushReply reply)
    {
        Assert.True(reply.Status == 200, $"{reply}");
        return (reply.Stored, reply.Unchanged);
    }
}
