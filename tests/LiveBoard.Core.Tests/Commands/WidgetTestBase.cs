using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>A dashboard with a note and a clock on it, beside a board, and short ways to wish something of it.</summary>
public abstract class WidgetTestBase : IAsyncLifetime
{
    private protected TestDatabase Database { get; private set; } = null!;

    private protected TestBoard Board { get; private set; } = null!;

    private protected TestBoard Dashboard { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Board = await TestBoard.CreateAsync(Database, columns: 1, cardsPerColumn: 1);
        Dashboard = await Board.AddDashboardAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private protected AddWidget New(WidgetKind kind) => new() { BoardId = Dashboard.Id, Kind = kind };

    private protected ConfigureWidget Configure(Guid widget) => new() { BoardId = Dashboard.Id, WidgetId = widget };

    private protected DuplicateWidget Duplicate(Guid widget) => new() { BoardId = Dashboard.Id, WidgetId = widget };

    private protected RemoveWidget Remove(Guid widget) => new() { BoardId = Dashboard.Id, WidgetId = widget };

    private protected PlaceWidget Place(Guid widget, WidgetPlace place) =>
        new()
        {
            BoardId = Dashboard.Id,
            WidgetId = widget,
            Place = place,
        };

    private protected async Task<WidgetSnapshot> NoteAsync() =>
        (await Dashboard.ReadAsync()).Widgets.Values.Single(w => w.Kind == WidgetKind.Note);

    private protected async Task<WidgetSnapshot> FindAsync(Guid widget) =>
        (await Dashboard.ReadAsync()).Widgets[widget];

    private protected async Task<IReadOnlyList<PlacedWidget>> PlacesAsync() =>
        [
            .. (await Dashboard.ReadAsync())
                .Widgets.Values.Select(w => new PlacedWidget(w.Id, w.Place))
                .OrderBy(w => w.Id),
        ];

    /// <summary>Nobody has to arrange anything to see what whoever moved it saw.</summary>
    private protected async Task AssertStoredIsShownAsync() =>
        Assert.Equal(
            await PlacesAsync(),
            WidgetLayout.Arrange((await Dashboard.ReadAsync()).Widgets.Values).OrderBy(w => w.Id)
        );

    private protected async Task AssertRefusedAsync(BoardCommand command, RejectionCode code, string? subject)
    {
        var result = await Database.Commands.HandleAsync(command, Board.Owner);
        Assert.Equal((code, subject), (result.Rejection?.Code, result.Rejection?.Subject));
    }
}
