using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Widgets;

namespace LiveBoard.Core.Tests.Commands;

/// <summary>Those about a dashboard's widgets.</summary>
internal static partial class EveryCommand
{
    /// <param name="id">The dashboard.</param>
    /// <param name="widget">A widget on it, in the top left corner.</param>
    public static IEnumerable<BoardCommand> OnWidgets(Guid id, Guid widget)
    {
        yield return new AddWidget { BoardId = id, Kind = WidgetKind.WhoIsHere };
        yield return new ConfigureWidget
        {
            BoardId = id,
            WidgetId = widget,
            Title = "New",
        };
        yield return new DuplicateWidget { BoardId = id, WidgetId = widget };
        yield return new PlaceWidget
        {
            BoardId = id,
            WidgetId = widget,
            Place = new WidgetPlace(8, 0, 4, 4),
        };
        yield return new RemoveWidget { BoardId = id, WidgetId = widget };
    }

    /// <summary>The same on a dashboard as it is now.</summary>
    public static IEnumerable<BoardCommand> OnWidgets(BoardSnapshot dashboard) =>
        OnWidgets(dashboard.Id, WidgetLayout.Arrange(dashboard.Widgets.Values)[0].Id);
}
