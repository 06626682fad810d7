using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>The places of a dashboard's widgets while one of them is put somewhere.</summary>
internal static class WidgetPlaces
{
    public static IEnumerable<PlacedWidget> Of(IEnumerable<Widget> widgets) =>
        widgets.Select(w => new PlacedWidget(w.Id, w.Place));

    /// <summary>
    /// All make room for the one that was just put there, and what comes of it is stored: everybody then sees what
    /// whoever moved it saw.
    /// </summary>
    public static void Settle(IReadOnlyList<Widget> widgets, Guid movedId)
    {
        var byId = widgets.ToDictionary(w => w.Id);
        foreach (var (id, place) in WidgetLayout.Settle(Of(widgets), movedId))
        {
            byId[id].Place = place;
        }
    }
}
