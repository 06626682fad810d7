using System.Text;

namespace LiveBoard.Web.Tests.Endpoints.Metrics;

/// <summary>What is wrong with a body is said with its place, and nothing of it is stored.</summary>
public sealed class MetricRefusalTests(MetricApp metrics) : IClassFixture<MetricApp>
{
    public static TheoryData<string, int, string?> ForOne =>
        new()
        {
            { "", 400, null },
            { "value=1", 400, null },
            { "{ \"value\": 1 ", 400, null },
            { "{ \"value\": 1 } true", 400, null },
            { "{ \"value\": NaN }", 400, null },
            { "[[[[[[[[[[1]]]]]]]]]]", 400, null },
            { "null", 422, null },
            { "[]", 422, null },
            { "12.5", 422, null },
            { "{}", 422, "value" },
            { "{ \"value\": null }", 422, "value" },
            { "{ \"value\": \"12.5\" }", 422, "value" },
            { "{ \"value\": 1e999 }", 422, "value" },
            { "{ \"value\": 1, \"value\": 2 }", 422, "value" },
            { "{ \"value\": 1, \"v\\u0061lue\": 2 }", 422, "value" },
            { "{ \"Value\": 1 }", 422, "Value" },
            { "{ \"value\": 1, \"time\": 5 }", 422, "time" },
            { "{ \"value\": 1, \"\\ud800\": 5 }", 422, null },
            { "{ \"value\": 1, \"at\": null }", 422, "at" },
            { "{ \"value\": 1, \"at\": true }", 422, "at" },
            { "{ \"value\": 1, \"at\": \"\" }", 422, "at" },
            { "{ \"value\": 1, \"at\": \"\\ud800\" }", 422, "at" },
            { "{ \"value\": 1, \"at\": \"now\" }", 422, "at" },
            { "{ \"value\": 1, \"at\": \"2026-01-01T10:00:00\" }", 422, "at" },
            { "{ \"value\": 1, \"at\": \"2026-02-30T10:00:00Z\" }", 422, "at" },
            { "{ \"value\": 1, \"at\": \"2026-01-01\" }", 422, "at" },
            { "{ \"value\": 1, \"at\": \"1999-12-31T23:59:59Z\" }", 422, "at" },
            { "{ \"value\": 1, \"at\": \"2999-01-01T00:00:00Z\" }", 422, "at" },
            { "{ \"value\": 1, \"at\": -5 }", 422, "at" },
            { "{ \"value\": 1, \"at\": 5 }", 422, "at" },
            { "{ \"value\": 1, \"at\": 1e300 }", 422, "at" },
            { "{ \"value\": 1, \"points\": [] }", 422, "points" },
            { "{ \"points\": [] }", 422, "points" },
            { "{ \"points\": {} }", 422, "points" },
            { "{ \"points\": [ { \"value\": 1, \"at\": 1767261600 }, 5 ] }", 422, "points[1]" },
            {
                "{ \"points\": [ { \"value\": 1, \"at\": 1767261600 }, { \"at\": 1767261601 } ] }",
                422,
                "points[1].value"
            },
            { "{ \"points\": [ { \"value\": 1, \"at\": 1767261600, \"points\": [] } ] }", 422, "points[0].points" },
            { "{ \"points\": [ { \"value\": 1, \"at\": 9 }, { \"value\": 1 } ] }", 422, "points[0].at" },
            {
                "{ \"points\": [ { \"value\": 1, \"at\": 1767261600 }, { \"value\": 2, \"at\": 1767261600 } ] }",
                422,
                "points[1].at"
            },
        };

    public static TheoryData<string, int, string?> ForMany =>
        new()
        {
            { "{}", 422, "series" },
            { "{ \"series\": {} }", 422, "series" },
            { "{ \"series\": [] }", 422, "series" },
            { "{ \"value\": 1 }", 422, "value" },
            { "{ \"series\": { \"deploys\": { \"value\": 1 } } }", 422, "series.deploys" },
            { "{ \"series\": { \"deploys\": [] } }", 422, "series.deploys" },
            { "{ \"series\": { \"deploys\": [ GOOD ], \"deploys\": [ GOOD ] } }", 422, "series.deploys" },
            {
                "{ \"series\": { \"deploys\": [ GOOD ], \"errors\": [ GOOD, { \"value\": \"3\" } ] } }",
                422,
                "series.errors[1].value"
            },
            { "{ \"series\": { \"deploys\": [ GOOD, { \"value\": 1, \"at\": 3 } ] } }", 422, "series.deploys[1].at" },
            { "{ \"series\": { \"deploys\": [ GOOD ], \"Deploys\": [ GOOD ] } }", 404, "series.Deploys" },
            { "{ \"series\": { \"deploys\": [ GOOD ], \"unknown\": [ GOOD ] } }", 404, "series.unknown" },
        };

    [Theory]
    [MemberData(nameof(ForOne))]
    public async Task BodyForOneSeries_IsRefusedAtItsPlace(string body, int status, string? place)
    {
        var reply = await metrics.PushAsync(body, "deploys");

        Assert.Equal((status, place), (reply.Status, reply.Place));
        Assert.Empty(await metrics.PointsAsync("deploys"));
    }

    [Theory]
    [MemberData(nameof(ForMany))]
    public async Task BodyForManySeries_IsRefusedAtItsPlace_AndNothingOfItIsStored(
        string body,
        int status,
        string? place
    )
    {
        var good = "{ \"value\": 1, \"at\": 1767261600 }";

        var reply = await metrics.PushAsync(body.Replace("GOOD", good, StringComparison.Ordinal));

        Assert.Equal((status, place), (reply.Status, reply.Place));
        Assert.Empty(await metrics.PointsAsync("deploys"));
        Assert.Empty(await metrics.PointsAsync("errors"));
    }

    [Fact]
    public async Task TextThatIsNoUtf8_IsRefused()
    {
        using var request = MetricApp.Request("", "deploys", metrics.Secret);
        request.Content = new ByteArrayContent([.. "{ \"value\": 1, \""u8, 0xFF, .. "\": 1 }"u8])
        {
            Headers = { ContentType = new("application/json") },
        };

        Assert.Equal(400, (await metrics.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData(10_000, 200)]
    [InlineData(10_001, 422)]
    public async Task TenThousandPoints_AreTheMost(int count, int status)
    {
        var key = await metrics.AddSeriesAsync();
        var points = Enumerable.Range(0, count).Select(i => $$"""{"value":{{i}},"at":{{1_767_261_600 + i}}}""");

        var reply = await metrics.PushAsync($$"""{"points":[{{string.Join(',', points)}}]}""", key);

        Assert.Equal(status, reply.Status);
        Assert.Equal(status == 200 ? count : 0, (await metrics.PointsAsync(key)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneMegabyte_IsTheMost_AlsoWhenTheLengthIsNotSaid(bool isLengthSaid)
    {
        const string Body = """{ "value": 1, "at": 1767261600 }""";
        var key = await metrics.AddSeriesAsync();
        foreach (var (length, status) in new[] { (1024 * 1024, 200), ((1024 * 1024) + 1, 413) })
        {
            using var request = MetricApp.Request(Body.PadRight(length), key, metrics.Secret);
            request.Headers.TransferEncodingChunked = isLengthSaid ? null : true;

            Assert.Equal(status, (await metrics.SendAsync(request)).Status);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/problem+json")]
    [InlineData("json")]
    [InlineData(null)]
    public async Task AnythingButJson_IsRefused(string? type)
    {
        using var request = MetricApp.Request("", "deploys", metrics.Secret);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{ "value": 1 }"""));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(415, (await metrics.SendAsync(request)).Status);
        Assert.Empty(await metrics.PointsAsync("deploys"));
    }

    [Fact]
    public async Task CompressedBody_IsRefused()
    {
        using var request = MetricApp.Request("""{ "value": 1 }""", "deploys", metrics.Secret);
        request.Content!.Headers.ContentEncoding.Add("gzip");

        Assert.Equal(415, (await metrics.SendAsync(request)).Status);
    }
}
