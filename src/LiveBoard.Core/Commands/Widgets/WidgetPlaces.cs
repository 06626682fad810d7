using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>The places of a dashboard's widgets while one of them is put somewhere.</summary>
internal static class WidgetPlaces
{
    public static IEnumerable<PlacedWidget> Of(IEnumerable<Widget> widgets) =>
        widgets.Select(w => new PlacedWidget(w.Id, w.Place));

    /// <summary>True when widgets can be put there.</summary>
    public static bool AreFit(IReadOnlyList<PlacedWidget> places) =>
        places.Count <= Widget.MaxPerBoard && places.All(p => p.Place.IsInGrid);

    /// <summary>Puts widgets somewhere; one that is not there any more is passed over.</summary>
    public static void Put(IReadOnlyList<Widget> widgets, IEnumerable<PlacedWidget> places)
    {
        var byId = widgets.ToDictionary(w => w.Id);
        foreach (var (id, place) in places)
        {
            if (byId.TryGetValue(id, out var widget))
            {
                widget.Place = place;
            }
        }
    }

    /// <summary>Puts a new widget among those that are there, which make room.</summary>
    /// <returns>Where those stood before that had to go elsewhere.</returns>
    public static IReadOnlyList<PlacedWidget> Insert(IReadOnlyList<Widget> widgets, Widget added)
    {
        var before = Of(widgets).ToList();
        Settle([.. widgets, added], added.Id);
        return [.. before.Except(Of(widgets))];
    }

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
