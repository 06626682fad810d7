using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>A board whose columns are marked, a dashboard over it, and what shows it.</summary>
internal sealed class DashboardScene : IAsyncDisposable
{
    private readonly NumbersRegistry _numbers;

    private DashboardScene(TestDatabase database, TestBoard board, TestBoard dashboard)
    {
        (Database, Board, Dashboard) = (database, board, dashboard);
        Presence = new BoardPresence(database.Time, NullLogger<BoardPresence>.Instance);
        _numbers = NumbersOf(database);
        Registry = RegistryOf(database, _numbers, Presence);
    }

    public TestDatabase Database { get; }

    public TestBoard Board { get; }

    public TestBoard Dashboard { get; }

    public BoardPresence Presence { get; }

    public DashboardRegistry Registry { get; }

    public static async Task<DashboardScene> CreateAsync(TestDatabase? database = null)
    {
        database ??= await TestDatabase.CreateAsync();
        var board = await TestBoard.CreateAsync(database);
        var columns = (await board.ReadAsync()).Columns;
        foreach (var (column, stage) in columns.Zip(Enum.GetValues<ColumnStage>()))
        {
            await board.DoAsync(
                new SetColumnStage
                {
                    BoardId = board.Id,
                    ColumnId = column.Id,
                    Stage = stage,
                }
            );
        }

        return new DashboardScene(database, board, await board.AddDashboardAsync());
    }

    public static FlowCheckpoints CheckpointsOf(TestDatabase database) =>
        new(database, database.Writes, new FlowReader(database), NullLogger<FlowCheckpoints>.Instance);

    public static NumbersRegistry NumbersOf(TestDatabase database) =>
        new(
            database.Live,
            database.Bus,
            new FlowReader(database),
            CheckpointsOf(database),
            new FlowCalendar(TimeZoneInfo.Utc),
            database.Time,
            NullLogger<NumbersRegistry>.Instance
        );

    public static DashboardRegistry RegistryOf(
        TestDatabase database,
        NumbersRegistry numbers,
        BoardPresence? presence = null
    ) =>
        new(
            new DashboardSources(database, database.Access, database.Guests),
            database.Live,
            numbers,
            presence ?? new BoardPresence(database.Time, NullLogger<BoardPresence>.Instance),
            new MetricCourseReader(database),
            database.Bus,
            new FlowCalendar(TimeZoneInfo.Utc),
            database.Time,
            NullLogger<DashboardRegistry>.Instance
        );

    public async Task<Guid> AddAsync(WidgetKind kind, WidgetSettings? settings = null)
    {
        var add = new AddWidget
        {
            BoardId = Dashboard.Id,
            Kind = kind,
            Settings = settings ?? WidgetSettings.Default,
        };
        await Dashboard.DoAsync(add);
        return add.WidgetId;
    }

    /// <summary>Moves the first card of the first column to the last one.</summary>
    public async Task FinishACardAsync()
    {
        var board = await Board.ReadAsync();
        await Board.DoAsync(
            new MoveCard
            {
                BoardId = Board.Id,
                CardId = board.Columns[0].Cards[0].Id,
                ToColumnId = board.Columns[^1].Id,
            }
        );
    }

    public async Task<DashboardViewer> ViewAsync(Actor actor, DashboardPeriod? period = null)
    {
        var viewer = new DashboardViewer();
        viewer.View = await Registry.ViewAsync(Dashboard.Id, actor, viewer.ShowAsync, period);
        return viewer;
    }

    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        await _numbers.DisposeAsync();
        await Database.DisposeAsync();
    }
}
