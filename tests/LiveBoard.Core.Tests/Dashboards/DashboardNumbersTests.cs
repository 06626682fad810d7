using System.Collections.Immutable;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Core.Dashboards;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>What a dashboard shows follows what happens, for everybody who may read it, and for nobody else.</summary>
public sealed class DashboardNumbersTests : IAsyncLifetime
{
    private static readonly WidgetSettings Done = new() { Measure = WidgetMeasure.DoneInPeriod };

    private DashboardScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await DashboardScene.CreateAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task CardDone_IsCounted_AndOtherWidgetsStayAsTheyAre()
    {
        var number = await _scene.AddAsync(WidgetKind.Number, Done);
        var note = await _scene.AddAsync(WidgetKind.Note);
        await using var viewer = await _scene.ViewAsync(_scene.Board.Owner);
        var before = await viewer.WaitForNumberAsync(number, 3);

        await _scene.FinishACardAsync();

        var after = await viewer.WaitForNumberAsync(number, 4);
        Assert.Same(before.Widgets[note], after.Widgets[note]);
    }

    [Fact]
    public async Task WidgetAdded_IsShown_AndRemoved_IsNot()
    {
        await using var viewer = await _scene.ViewAsync(_scene.Board.Owner);
        var number = await _scene.AddAsync(WidgetKind.Number, new WidgetSettings { Measure = WidgetMeasure.OpenCards });
        await viewer.WaitForNumberAsync(number, 6);

        await _scene.Dashboard.DoAsync(new RemoveWidget { BoardId = _scene.Dashboard.Id, WidgetId = number });

        await viewer.WaitForAsync(picture => !picture.Widgets.ContainsKey(number));
    }

    [Fact]
    public async Task NewsThatWasLost_IsFoundInTheLog()
    {
        var bus = new LeakyBus();
        await using var scene = await DashboardScene.CreateAsync(await TestDatabase.CreateAsync(bus));
        var number = await scene.AddAsync(WidgetKind.Number, Done);
        await using var viewer = await scene.ViewAsync(scene.Board.Owner);
        await viewer.WaitForNumberAsync(number, 3);

        bus.IsLosing = true;
        await scene.FinishACardAsync();
        bus.IsLosing = false;
        await scene.Database.Live.CheckVersionsAsync(TestContext.Current.CancellationToken);

        await viewer.WaitForNumberAsync(number, 4);
        await scene.FinishACardAsync();
        await viewer.WaitForNumberAsync(number, 5);
    }

    [Fact]
    public async Task PrivateBoard_CountsForItsPeopleOnly_AndThoseWhoSeeTheSameShareOne()
    {
        var number = await _scene.AddAsync(WidgetKind.Number, Done);
        var colleague = await _scene.Database.AddUserAsync(_scene.Board.WorkspaceId);
        await _scene.Board.CloseToWorkspaceAsync();
        await using var owner = await _scene.ViewAsync(_scene.Board.Owner);
        await using var again = await _scene.ViewAsync(_scene.Board.Owner);
        await using var other = await _scene.ViewAsync(colleague);

        await owner.WaitForNumberAsync(number, 3);
        await other.WaitForNumberAsync(number, 0);
        Assert.Empty(other.View!.Sources);
        Assert.Equal(2, _scene.Registry.OpenCount);
        Assert.Same(owner.View!.Picture, again.View!.Picture);
    }

    [Fact]
    public async Task BoardClosedToOthers_StopsCountingForThem_WhileTheyLook()
    {
        var number = await _scene.AddAsync(WidgetKind.Number, Done);
        var colleague = await _scene.Database.AddUserAsync(_scene.Board.WorkspaceId);
        await using var owner = await _scene.ViewAsync(_scene.Board.Owner);
        await using var other = await _scene.ViewAsync(colleague);
        await other.WaitForNumberAsync(number, 3);

        await _scene.Board.CloseToWorkspaceAsync();

        await other.WaitForNumberAsync(number, 0);
        Assert.Empty(other.View!.Sources);
        await owner.WaitForNumberAsync(number, 3);
    }

    [Fact]
    public async Task Stranger_SeesNothing()
    {
        var stranger = await _scene.Database.AddUserAsync();

        Assert.Null((await _scene.ViewAsync(stranger)).View);
        Assert.Null(
            await _scene.Registry.ViewAsync(
                _scene.Board.Id,
                stranger,
                _ => Task.CompletedTask,
                period: null,
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task WhoComesAndGoes_IsShown()
    {
        var here = await _scene.AddAsync(WidgetKind.WhoIsHere);
        await using var viewer = await _scene.ViewAsync(_scene.Board.Owner);
        var bo = new PersonSnapshot(Guid.NewGuid(), "Bo", 1, IsPlaceholder: false);

        await using (_scene.Presence.Enter(_scene.Board.Id, bo, _ => Task.CompletedTask))
        {
            await viewer.WaitForAsync(p => People(p, here).SequenceEqual(["Bo"]));
        }

        await viewer.WaitForAsync(p => People(p, here).IsEmpty);
    }

    [Fact]
    public async Task PushFromOutside_IsShown()
    {
        var (database, owner, workspaceId) = (_scene.Database, _scene.Board.Owner, _scene.Board.WorkspaceId);
        var metrics = new MetricService(database, database.Access, database.Writes, database.Refusals, database.Time);
        var series = await metrics.CreateSeriesAsync(
            owner,
            workspaceId,
            new MetricWish("deploys", "Deploys", Target: 5)
        );
        var settings = new WidgetSettings { Measure = WidgetMeasure.Metric, MetricId = series.Value };
        var number = await _scene.AddAsync(WidgetKind.Number, settings);
        var chart = await _scene.AddAsync(WidgetKind.MetricChart, settings);
        await using var viewer = await _scene.ViewAsync(owner);

        Assert.True((await metrics.EnterPointAsync(owner, series.Value, at: null, value: 7)).IsDone);

        var picture = await viewer.WaitForNumberAsync(number, 7);
        Assert.Equal(5, ((NumberData)picture.Widgets[number].Data!).Target);
        picture = await viewer.WaitForAsync(p => p.Widgets[chart].Data is MetricData { Points.Length: 1 });
        Assert.Equal("Deploys", ((MetricData)picture.Widgets[chart].Data!).Name);
    }

    [Fact]
    public async Task ClosedPages_LeaveNothingBehind()
    {
        for (var i = 0; i < 20; i++)
        {
            await using var viewer = await _scene.ViewAsync(_scene.Board.Owner);
        }

        Assert.Equal(0, _scene.Registry.ViewerCount);
    }

    private static ImmutableArray<string> People(DashboardPicture picture, Guid widget) =>
        picture.Widgets.GetValueOrDefault(widget)?.Data is PeopleData people
            ? [.. people.People.Select(p => p.Name)]
            : [];
}
