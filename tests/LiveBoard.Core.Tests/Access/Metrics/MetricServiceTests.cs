using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Access.Metrics;

public sealed class MetricServiceTests : IAsyncLifetime
{
    private MetricScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await MetricScene.CreateAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("", DirectoryRefusal.MetricKeyInvalid)]
    [InlineData(null, DirectoryRefusal.MetricKeyInvalid)]
    [InlineData("Deploys", DirectoryRefusal.MetricKeyInvalid)]
    [InlineData("de ploys", DirectoryRefusal.MetricKeyInvalid)]
    [InlineData("größe", DirectoryRefusal.MetricKeyInvalid)]
    [InlineData("a/b", DirectoryRefusal.MetricKeyInvalid)]
    [InlineData("deploys", DirectoryRefusal.MetricKeyTaken)]
    [InlineData("a-z_0.9", null)]
    public async Task Key_IsASlug_OnceInTheWorkspace(string? key, DirectoryRefusal? refusal) =>
        Assert.Equal(refusal, (await CreateAsync(new MetricWish(key, "Name"))).Refusal);

    [Fact]
    public async Task Key_Has64CharactersAtMost_AndIsFreeInAnotherWorkspace()
    {
        Assert.Null((await CreateAsync(new MetricWish(new string('a', 64), "Name"))).Refusal);
        Assert.Equal(
            DirectoryRefusal.MetricKeyInvalid,
            (await CreateAsync(new MetricWish(new string('b', 65), "Name"))).Refusal
        );
        var other = await _scene.Database.AddWorkspaceAsync();
        await _scene.Database.JoinAsync(other, _scene.Owner);

        var made = await _scene.Metrics.CreateSeriesAsync(_scene.Owner, other, new MetricWish("deploys", "Theirs"));

        Assert.Null(made.Refusal);
    }

    [Theory]
    [InlineData(" ", "", 1.0, MetricDirection.Neither, DirectoryRefusal.NameInvalid)]
    [InlineData(
        "Name",
        "a unit that is much too long",
        1.0,
        MetricDirection.Neither,
        DirectoryRefusal.MetricUnitInvalid
    )]
    [InlineData("Name", "", double.NaN, MetricDirection.Neither, DirectoryRefusal.MetricValueInvalid)]
    [InlineData("Name", "", double.PositiveInfinity, MetricDirection.Neither, DirectoryRefusal.MetricValueInvalid)]
    [InlineData("Name", "", 1.0, (MetricDirection)7, DirectoryRefusal.ValueInvalid)]
    public async Task Series_WithAWrongPart_IsNotMade(
        string name,
        string unit,
        double target,
        MetricDirection direction,
        DirectoryRefusal refusal
    )
    {
        var result = await CreateAsync(new MetricWish("other", name, unit, target, direction));

        Assert.Equal(refusal, result.Refusal);
        Assert.Single((await ListAsync()).Series);
    }

    [Fact]
    public async Task List_TellsTheLatestPoint_NotTheOneThatCameLast()
    {
        await EnterAsync(_scene.Now, 3);
        await EnterAsync(_scene.Now.AddDays(-1), 2);

        var series = Assert.Single((await ListAsync()).Series);

        Assert.Equal((_scene.Now, 3d), (series.LastAt, series.LastValue));
        Assert.Equal("Name of deploys", series.Name);
    }

    [Theory]
    [InlineData(MetricDirection.HigherIsBetter, 5, true)]
    [InlineData(MetricDirection.HigherIsBetter, 4.9, false)]
    [InlineData(MetricDirection.LowerIsBetter, 5, true)]
    [InlineData(MetricDirection.LowerIsBetter, 5.1, false)]
    [InlineData(MetricDirection.Neither, 5, null)]
    public void Target_IsReached_InTheDirectionThatIsBetter(MetricDirection direction, double last, bool? isOnTarget) =>
        Assert.Equal(
            isOnTarget,
            new MetricListing(Guid.Empty, "k", "n", "", 5, direction, DateTime.UnixEpoch, last).IsOnTarget
        );

    [Fact]
    public async Task Change_KeepsThePoints_AndTellsTheWorkspace()
    {
        await EnterAsync(_scene.Now, 3);
        var heard = _scene.Listen();

        var wish = new MetricWish("releases", "Releases", "a week", 5, MetricDirection.HigherIsBetter);
        Assert.Null((await _scene.Metrics.ChangeSeriesAsync(_scene.Owner, _scene.Series, wish)).Refusal);

        var series = Assert.Single((await ListAsync()).Series);
        Assert.Equal(
            new MetricListing(
                _scene.Series,
                "releases",
                "Releases",
                "a week",
                5,
                MetricDirection.HigherIsBetter,
                _scene.Now,
                3
            ),
            series
        );
        Assert.Equal([new MetricsChanged(_scene.Workspace, _scene.Series)], heard);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Removal_TakesThePointsAlong_AndIsInTheAuditTrailByName(Provider provider)
    {
        await using var scene = await MetricScene.CreateAsync(provider);
        await scene.PushAsync(new MetricInput(scene.Now, 1), new MetricInput(scene.Now.AddDays(-1), 2));
        var heard = scene.Listen();

        Assert.Null((await scene.Metrics.RemoveSeriesAsync(scene.Owner, scene.Series)).Refusal);

        Assert.Empty(await scene.PointsAsync());
        Assert.Equal([new MetricsChanged(scene.Workspace, scene.Series)], heard);
        await using var db = scene.Database.CreateDbContext();
        var entries = await db.AuditEntries.Where(e => e.Kind == AuditKind.DirectoryChanged).ToListAsync();
        Assert.Contains(entries, e => e.Details == "CreateMetric: deploys" && e.SubjectId == scene.Workspace);
        Assert.Contains(entries, e => e.Details == "RemoveMetric: deploys" && e.SubjectId == scene.Workspace);
    }

    [Fact]
    public async Task Points_AreEnteredChangedMovedAndRemoved_ByMembers_WithTheirName()
    {
        var heard = _scene.Listen();
        await EnterAsync(at: null, 1);
        await EnterAsync(_scene.Now.AddHours(-2), 2);
        Assert.Null(await ChangeAsync(_scene.Now, _scene.Now, 10));
        Assert.Null(await ChangeAsync(_scene.Now.AddHours(-2), _scene.Now.AddHours(-3), 20));

        var page = (await _scene.Metrics.ReadPointsAsync(_scene.Member, _scene.Series, 10))!;

        Assert.Equal([(_scene.Now, 10d), (_scene.Now.AddHours(-3), 20d)], page.Points.Select(p => (p.At, p.Value)));
        Assert.All(page.Points, p => Assert.StartsWith("Person ", p.EnteredBy, StringComparison.Ordinal));
        Assert.False(page.HasMore);
        Assert.Null((await _scene.Metrics.RemovePointAsync(_scene.Member, _scene.Series, _scene.Now)).Refusal);
        Assert.Single(await _scene.PointsAsync());
        Assert.Equal(Enumerable.Repeat(new MetricsChanged(_scene.Workspace, _scene.Series), 5), heard);
    }

    [Fact]
    public async Task Points_ComeAPartAtATime()
    {
        await EnterAsync(_scene.Now, 1);
        await EnterAsync(_scene.Now.AddHours(-1), 2);

        var page = (await _scene.Metrics.ReadPointsAsync(_scene.Member, _scene.Series, 1))!;

        Assert.Equal(1, Assert.Single(page.Points).Value);
        Assert.True(page.HasMore);
    }

    [Fact]
    public async Task Point_OnAnotherOnesTime_OrGoneMeanwhile_IsRefused()
    {
        await EnterAsync(_scene.Now, 1);
        await EnterAsync(_scene.Now.AddHours(-1), 2);

        Assert.Equal(DirectoryRefusal.MetricTimeTaken, await ChangeAsync(_scene.Now, _scene.Now.AddHours(-1), 3));
        Assert.Equal(DirectoryRefusal.NotFound, await ChangeAsync(_scene.Now.AddHours(-5), _scene.Now.AddHours(-5), 3));
        Assert.Equal([2d, 1d], (await _scene.PointsAsync()).Select(p => p.Value));
    }

    [Theory]
    [InlineData("1999-12-31T23:59:59Z", 1, DirectoryRefusal.MetricTimeInvalid)]
    [InlineData("2026-01-06T09:00:01Z", 1, DirectoryRefusal.MetricTimeInvalid)]
    [InlineData("2026-01-05T09:00:00Z", double.NaN, DirectoryRefusal.MetricValueInvalid)]
    [InlineData("2026-01-06T09:00:00Z", 1, null)]
    [InlineData("2000-01-01T00:00:00Z", 1, null)]
    public async Task Point_OutOfRange_IsRefused(string at, double value, DirectoryRefusal? refusal)
    {
        var moment = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        var result = await _scene.Metrics.EnterPointAsync(_scene.Member, _scene.Series, moment, value);

        Assert.Equal(refusal, result.Refusal);
    }

    [Fact]
    public async Task Workspace_Has500SeriesAtMost()
    {
        await using (var db = _scene.Database.CreateDbContext())
        {
            db.MetricSeries.AddRange(
                Enumerable
                    .Range(1, MetricRules.MaxSeries - 2)
                    .Select(i => new MetricSeries
                    {
                        Id = Guid.CreateVersion7(),
                        WorkspaceId = _scene.Workspace,
                        Key = $"k{i}",
                        Name = "Name",
                        Unit = "",
                        Direction = MetricDirection.Neither,
                    })
            );
            await db.SaveChangesAsync();
        }

        Assert.Null((await CreateAsync(new MetricWish("last", "Name"))).Refusal);
        Assert.Equal(DirectoryRefusal.TooManyMetrics, (await CreateAsync(new MetricWish("more", "Name"))).Refusal);
    }

    private Task<DirectoryResult<Guid>> CreateAsync(MetricWish wish) =>
        _scene.Metrics.CreateSeriesAsync(_scene.Owner, _scene.Workspace, wish);

    private async Task<MetricBook> ListAsync() => (await _scene.Metrics.ListAsync(_scene.Member, _scene.Workspace))!;

    private async Task EnterAsync(DateTime? at, double value) =>
        Assert.Null((await _scene.Metrics.EnterPointAsync(_scene.Member, _scene.Series, at, value)).Refusal);

    private async Task<DirectoryRefusal?> ChangeAsync(DateTime at, DateTime newAt, double value) =>
        (await _scene.Metrics.ChangePointAsync(_scene.Member, _scene.Series, at, newAt, value)).Refusal;
}
