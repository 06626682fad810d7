using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Events;
using LiveBoard.Core.Tests.Commands;
using Microsoft.EntityFrameworkCore;
using static LiveBoard.Core.Tests.Access.Metrics.MetricScene;

namespace LiveBoard.Core.Tests.Access.Metrics;

public sealed class MetricIntakeTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task SamePushAgain_StoresNothing_AnotherValueReplaces(Provider provider)
    {
        await using var scene = await CreateAsync(provider);
        // Both databases keep fewer digits of a second than .NET does.
        var at = scene.Now.AddTicks(1_234_567);
        MetricInput[] points = [new(at, 1.1), new(at.AddHours(-1), 2)];
        Assert.Equal(new MetricReceipt(2, 0), await scene.PushAsync(points));
        var heard = scene.Listen();

        Assert.Equal(new MetricReceipt(0, 2), await scene.PushAsync(points));
        Assert.Empty(heard);
        Assert.Equal(new MetricReceipt(1, 1), await scene.PushAsync(points[0] with { Value = 5 }, points[1]));

        Assert.Equal([2d, 5d], (await scene.PointsAsync()).Select(p => p.Value));
        Assert.Equal([new MetricsChanged(scene.Workspace, scene.Series)], heard);
    }

    [Fact]
    public async Task PushOverATypedPoint_IsTheProgramsFromThenOn()
    {
        await using var scene = await CreateAsync();
        await scene.Metrics.EnterPointAsync(scene.Member, scene.Series, scene.Now, 1);

        await scene.PushAsync(new MetricInput(scene.Now, 2));

        Assert.Null(Assert.Single(await scene.PointsAsync()).EnteredById);
    }

    [Fact]
    public async Task ManySeries_ChangeInOneCommit_EachIsToldOnce()
    {
        await using var scene = await CreateAsync();
        var other = await scene.AddSeriesAsync("errors");
        var quiet = await scene.AddSeriesAsync("quiet");
        var heard = scene.Listen();

        var receipt = await scene.Intake.TakeAsync(
            await scene.PassAsync(),
            [Push("deploys", new MetricInput(null, 1)), Push("errors", new MetricInput(null, 2))]
        );

        Assert.Equal(new MetricReceipt(2, 0), receipt);
        Assert.Equal([scene.Series, other], heard.OfType<MetricsChanged>().Select(m => m.SeriesId).Order());
        Assert.Contains(new ApiTokensChanged(scene.Workspace), heard);
        Assert.Empty(await scene.PointsAsync(quiet));
    }

    public static TheoryData<string, MetricRefusalCode, string> Wrong =>
        new()
        {
            { "nothing", MetricRefusalCode.NoPoints, "" },
            { "an empty series", MetricRefusalCode.NoPoints, "series.errors" },
            { "an unknown series", MetricRefusalCode.SeriesNotFound, "series.unknown" },
            { "another workspace's series", MetricRefusalCode.SeriesNotFound, "series.theirs" },
            { "not a number", MetricRefusalCode.ValueNotFinite, "series.errors[1].value" },
            { "endless", MetricRefusalCode.ValueNotFinite, "series.errors[1].value" },
            { "too early", MetricRefusalCode.TimeOutOfRange, "series.errors[1].at" },
            { "too late", MetricRefusalCode.TimeOutOfRange, "series.errors[1].at" },
            { "the same time", MetricRefusalCode.TimeRepeated, "series.errors[1].at" },
            { "the same millisecond", MetricRefusalCode.TimeRepeated, "series.errors[1].at" },
            { "too many", MetricRefusalCode.TooManyPoints, "series.errors" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task OneWrongPart_AndNothingIsStored(string what, MetricRefusalCode code, string place)
    {
        await using var scene = await CreateAsync();
        await scene.AddSeriesAsync("errors");
        await AddTheirsAsync(scene);
        var before = await DatabaseText.OfAsync(scene.Database);

        var receipt = await scene.Intake.TakeAsync(await scene.PassAsync(), PushesWith(what, scene.Now));

        Assert.Equal((code, place), (receipt.Refusal?.Code, receipt.Refusal?.Place));
        Assert.Equal((0, 0), (receipt.Stored, receipt.Unchanged));
        Assert.Equal(before, await DatabaseText.OfAsync(scene.Database));
    }

    [Fact]
    public async Task TenThousandPoints_AreTakenAtOnce()
    {
        await using var scene = await CreateAsync();
        var points = Enumerable
            .Range(0, MetricRules.MaxPoints)
            .Select(i => new MetricInput(scene.Now.AddMinutes(-i), i));

        Assert.Equal(new MetricReceipt(MetricRules.MaxPoints, 0), await scene.PushAsync([.. points]));
        Assert.Equal(new MetricReceipt(0, MetricRules.MaxPoints), await scene.PushAsync([.. points]));
    }

    /// <summary>Each with an intake of its own, as nodes are: what one process' queue would order, the database must.</summary>
    [Theory]
    [InlineData(Provider.PostgreSql)]
    public async Task Nodes_PushingTheSameTimes_LeaveOneValueEach(Provider provider)
    {
        await using var scene = await CreateAsync(provider);
        await scene.AddSeriesAsync("errors");
        await AssertPushesMergeAsync(scene, 4, scene.OpenIntake);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Programs_PushingTheSameTimesAtOnce_LeaveOneValueEach(Provider provider)
    {
        await using var scene = await CreateAsync(provider);
        await scene.AddSeriesAsync("errors");
        await AssertPushesMergeAsync(scene, 16, () => scene.Intake);
    }

    [Fact]
    public async Task NodeThatAlwaysComesSecond_SaysBusy_AndStoresNothing()
    {
        await using var scene = await CreateAsync();
        var pass = await scene.PassAsync();
        var late = new MetricIntake(
            new RacedContexts(scene.Database, scene.Series),
            scene.Database.Writes,
            scene.Database.Time
        );

        var receipt = await late.TakeAsync(pass, [Push("deploys", new MetricInput(null, 1))]);

        Assert.Equal(MetricRefusalCode.Busy, receipt.Refusal?.Code);
        Assert.Empty(await scene.PointsAsync());
    }

    private static async Task AssertPushesMergeAsync(MetricScene scene, int programs, Func<MetricIntake> intakeOf)
    {
        const int Pushes = 5;
        var pass = await scene.PassAsync();
        var times = Enumerable.Range(0, 20).Select(i => scene.Now.AddHours(-i)).ToArray();
        async Task PushAsync(int program)
        {
            var intake = intakeOf();
            for (var i = 0; i < Pushes; )
            {
                var points = times.Select(t => new MetricInput(t, (program * 100) + i)).ToArray();
                var receipt = await intake.TakeAsync(pass, [Push("deploys", points), Push("errors", points)]);
                if (receipt.Refusal is null)
                {
                    Assert.Equal(40, receipt.Stored + receipt.Unchanged);
                    i++;
                }
                else
                {
                    // A program that is told so tries again.
                    Assert.Equal(MetricRefusalCode.Busy, receipt.Refusal.Code);
                }
            }
        }

        await Task.WhenAll(Enumerable.Range(1, programs).Select(p => Task.Run(() => PushAsync(p))));

        var stored = await scene.PointsAsync();
        Assert.Equal(times.Order(), stored.Select(p => p.At));
        // The last push of somebody's, whole, and of both series the same.
        Assert.Equal(Pushes - 1, Assert.Single(stored.Select(p => p.Value).Distinct()) % 100);
        await using var db = scene.Database.CreateDbContext();
        Assert.Single(await db.MetricPoints.Select(p => p.Value).Distinct().ToListAsync());
    }

    private static async Task AddTheirsAsync(MetricScene scene)
    {
        var theirs = await scene.Database.AddWorkspaceAsync();
        var they = await scene.Database.AddUserAsync(theirs, Core.Boards.WorkspaceRole.Owner);
        Assert.True((await scene.Metrics.CreateSeriesAsync(they, theirs, new MetricWish("theirs", "Theirs"))).IsDone);
    }

    private static MetricPush[] PushesWith(string what, DateTime now)
    {
        var good = Push("deploys", new MetricInput(now, 1));
        MetricPush With(double value = 1, DateTime? at = null) =>
            Push("errors", new MetricInput(now, 1), new MetricInput(at ?? now.AddHours(-1), value));
        return what switch
        {
            "nothing" => [],
            "an empty series" => [good, Push("errors")],
            "an unknown series" => [good, Push("unknown", new MetricInput(null, 1))],
            "another workspace's series" => [good, Push("theirs", new MetricInput(null, 1))],
            "not a number" => [good, With(double.NaN)],
            "endless" => [good, With(double.NegativeInfinity)],
            "too early" => [good, With(at: MetricRules.Earliest.AddTicks(-1))],
            "too late" => [good, With(at: now.AddDays(1).AddMilliseconds(1))],
            "the same time" => [good, With(at: now)],
            "the same millisecond" => [good, With(at: now.AddTicks(9_999))],
            "too many" =>
            [
                good,
                Push(
                    "errors",
                    [.. Enumerable.Range(1, MetricRules.MaxPoints).Select(i => new MetricInput(now.AddMinutes(-i), i))]
                ),
            ],
            _ => throw new InvalidOperationException($"What is {what}?"),
        };
    }
}
