using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>A widget names only what whoever sets it up may read; anything else is as if it did not exist.</summary>
public sealed class WidgetSourceTests : IAsyncLifetime
{
    private static readonly Rejection UnknownBoard = new(RejectionCode.BoardNotFound, "boardIds");

    private TestDatabase _database = null!;
    private TestBoard _board = null!;
    private TestBoard _dashboard = null!;
    private Actor _editor;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _board = await TestBoard.CreateAsync(_database, columns: 1, cardsPerColumn: 1);
        _dashboard = await _board.AddDashboardAsync();
        _editor = await _database.AddUserAsync(_board.WorkspaceId);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Board_OfTheWorkspaceThatTheActorMayOpen_CanBeNamed()
    {
        Assert.Null(await AddAsync(_board.Id, _editor));
        Assert.Null(await ConfigureAsync(_board.Id, _editor));
    }

    [Fact]
    public async Task PrivateBoard_IsUnknownToOthers_AndKnownToItsOwner()
    {
        await _board.CloseToWorkspaceAsync();

        Assert.Equal(UnknownBoard, await AddAsync(_board.Id, _editor));
        Assert.Equal(UnknownBoard, await ConfigureAsync(_board.Id, _editor));
        Assert.Null(await AddAsync(_board.Id, _board.Owner));
    }

    [Fact]
    public async Task Board_OfAnotherWorkspace_OrADashboard_OrNone_IsUnknown()
    {
        var elsewhere = await TestBoard.CreateAsync(_database);
        await _database.JoinAsync(elsewhere.WorkspaceId, _board.Owner);

        Assert.Equal(UnknownBoard, await AddAsync(elsewhere.Id, _board.Owner));
        Assert.Equal(UnknownBoard, await AddAsync(_dashboard.Id, _board.Owner));
        Assert.Equal(UnknownBoard, await AddAsync(Guid.CreateVersion7(), _board.Owner));
    }

    /// <summary>Otherwise nobody could change the period of a widget that somebody else pointed at a private board.</summary>
    [Fact]
    public async Task Board_ThatTheWidgetNamesAlready_MayStay_ButNotBeNamedAnew()
    {
        await _board.CloseToWorkspaceAsync();
        var other = await _board.AddDashboardAsync();
        var widget = new AddWidget
        {
            BoardId = other.Id,
            Kind = WidgetKind.Throughput,
            Settings = new WidgetSettings { BoardIds = [_board.Id] },
        };
        await other.DoAsync(widget);
        var change = new ConfigureWidget
        {
            BoardId = other.Id,
            WidgetId = widget.WidgetId,
            Settings = widget.Settings with { Days = 7 },
        };

        Assert.True((await _database.Commands.HandleAsync(change, _editor)).IsDone);
        var cleared = change with { CommandId = Guid.CreateVersion7(), Settings = WidgetSettings.Default };
        Assert.True((await _database.Commands.HandleAsync(cleared, _editor)).IsDone);
        var again = change with { CommandId = Guid.CreateVersion7() };
        Assert.Equal(UnknownBoard, (await _database.Commands.HandleAsync(again, _editor)).Rejection);
    }

    [Fact]
    public async Task SeriesOfNumbers_ThatIsNotThere_IsUnknown()
    {
        var add = new AddWidget
        {
            BoardId = _dashboard.Id,
            Kind = WidgetKind.MetricChart,
            Settings = new WidgetSettings { MetricId = Guid.CreateVersion7() },
        };

        var result = await _database.Commands.HandleAsync(add, _board.Owner);

        Assert.Equal(new Rejection(RejectionCode.ValueInvalid, "metricId"), result.Rejection);
    }

    [Fact]
    public async Task Example_HasAUsefulFirstSet_AboutTheBoardsThatWereNamed()
    {
        var id = Guid.CreateVersion7();

        Assert.Null(await CreateAsync(id, [_board.Id], _editor));

        var made = await _database.ReadAsync(id);
        Assert.Equal(
            [
                WidgetKind.CardsPerColumn,
                WidgetKind.CumulativeFlow,
                WidgetKind.Throughput,
                WidgetKind.CycleTime,
                WidgetKind.AgeingWork,
                WidgetKind.DueThisWeek,
                WidgetKind.RecentActivity,
                WidgetKind.WhoIsHere,
            ],
            made.Widgets.Values.Select(w => w.Kind).Order()
        );
        Assert.All(made.Widgets.Values, w => Assert.Equal([_board.Id], w.Settings.BoardIds));
        Assert.Equal(
            made.Widgets.Values.Select(w => new PlacedWidget(w.Id, w.Place)).OrderBy(w => w.Id),
            WidgetLayout.Arrange(made.Widgets.Values).OrderBy(w => w.Id)
        );
        Assert.Equal((1L, BoardKind.Dashboard), (made.Version, made.Header.Kind));
    }

    [Fact]
    public async Task Example_AboutABoardThatIsUnknown_MakesNothing()
    {
        await _board.CloseToWorkspaceAsync();
        var id = Guid.CreateVersion7();

        Assert.Equal(UnknownBoard, await CreateAsync(id, [_board.Id], _editor));

        Assert.Null(await _database.Reader.ReadAsync(id));
    }

    [Fact]
    public async Task Dashboard_WithoutAnExample_IsEmpty_AndItsNameIsChecked()
    {
        var id = Guid.CreateVersion7();
        Assert.Null(await CreateAsync(id, null, _editor));
        Assert.Empty((await _database.ReadAsync(id)).Widgets);

        Assert.Equal(new Rejection(RejectionCode.ValueInvalid, "board"), await CreateAsync(id, null, _editor));
        Assert.Equal(
            RejectionCode.TextEmpty,
            (await CreateAsync(Guid.CreateVersion7(), null, _editor, name: " "))?.Code
        );
    }

    private async Task<Rejection?> CreateAsync(Guid id, Guid[]? boards, Actor actor, string name = "Team") =>
        (
            await _database.Commands.HandleAsync(
                new CreateDashboard
                {
                    BoardId = id,
                    WorkspaceId = _board.WorkspaceId,
                    Name = name,
                    ExampleFor = boards,
                },
                actor
            )
        ).Rejection;

    private async Task<Rejection?> AddAsync(Guid boardId, Actor actor) =>
        (
            await _database.Commands.HandleAsync(
                new AddWidget
                {
                    BoardId = _dashboard.Id,
                    Kind = WidgetKind.Throughput,
                    Settings = new WidgetSettings { BoardIds = [boardId] },
                },
                actor
            )
        ).Rejection;

    private async Task<Rejection?> ConfigureAsync(Guid boardId, Actor actor) =>
        (
            await _database.Commands.HandleAsync(
                new ConfigureWidget
                {
                    BoardId = _dashboard.Id,
                    WidgetId = (await _dashboard.ReadAsync()).Widgets.Keys.First(),
                    Settings = new WidgetSettings { BoardIds = [boardId] },
                },
                actor
            )
        ).Rejection;
}
