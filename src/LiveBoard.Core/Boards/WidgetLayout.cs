using System.Collections.Immutable;

namespace LiveBoard.Core.Boards;

/// <summary>
/// Makes a layout without overlaps out of whatever places are stored, the same for every viewer. Pure and thread-safe.
/// </summary>
/// <remarks>
/// The idea is react-grid-layout's (its <c>compact</c> and <c>moveElement</c>): in reading order, each widget goes as
/// high as it can, and what the one being moved lies on makes room, upwards where there is room and downwards otherwise.
/// </remarks>
public static class WidgetLayout
{
    /// <summary>Where the widgets of a dashboard are shown.</summary>
    /// <param name="widgets">The widgets, in any order.</param>
    /// <param name="movedId">The one being moved right now: it keeps its place, and the others flow around it.</param>
    /// <returns>Their places in reading order.</returns>
    public static ImmutableArray<PlacedWidget> Arrange(IEnumerable<WidgetSnapshot> widgets, Guid? movedId = null) =>
        Arrange(widgets.Select(w => new PlacedWidget(w.Id, w.Place)), movedId);

    /// <inheritdoc cref="Arrange(IEnumerable{WidgetSnapshot}, Guid?)"/>
    public static ImmutableArray<PlacedWidget> Arrange(IEnumerable<PlacedWidget> widgets, Guid? movedId = null)
    {
        var wishes = widgets.Select(w => w with { Place = w.Place.Fit() }).ToList();
        var placed = wishes.FindAll(w => w.Id == movedId);
        WidgetPlace? moved = placed.Count > 0 ? placed[0].Place : null;
        foreach (var wish in InOrder(wishes).Where(w => w.Id != movedId))
        {
            placed.Add(wish with { Place = Find(wish.Place, moved, placed) });
        }

        return [.. InOrder(placed)];
    }

    /// <summary>What is stored when a widget has been moved: all make room for it, and then it falls up like the others.</summary>
    public static ImmutableArray<PlacedWidget> Settle(IEnumerable<PlacedWidget> widgets, Guid movedId) =>
        Arrange(Arrange(widgets, movedId));

    /// <summary>The first room, in reading order, for one more widget.</summary>
    /// <param name="widgets">Those that are there.</param>
    /// <param name="width">Columns it needs.</param>
    /// <param name="height">Rows it needs.</param>
    public static WidgetPlace FindRoom(IEnumerable<PlacedWidget> widgets, int width, int height)
    {
        var placed = Arrange(widgets);
        var place = new WidgetPlace(0, 0, width, height).Fit();
        while (IsTaken(place, placed))
        {
            place =
                place.X + place.Width < WidgetPlace.Columns
                    ? place with
                    {
                        X = place.X + 1,
                    }
                    : place with
                    {
                        X = 0,
                        Y = place.Y + 1,
                    };
        }

        return place;
    }

    /// <summary>
    /// Where a widget has to be put to go this way, for the keyboard: sideways by columns, and up or down as far as it
    /// takes to change anything, because a step into what lies there would be taken back by the arrangement.
    /// </summary>
    /// <param name="widgets">All widgets of the dashboard.</param>
    /// <param name="id">The one to move.</param>
    /// <param name="columns">Columns to the right; negative to the left.</param>
    /// <param name="down">1 for down, -1 for up, 0 for neither.</param>
    /// <returns>The place; where it is shown now when it can go no further.</returns>
    public static WidgetPlace MoveBy(IEnumerable<WidgetSnapshot> widgets, Guid id, int columns, int down)
    {
        var now = Arrange(widgets);
        var start = now.First(w => w.Id == id).Place;
        start = (start with { X = start.X + columns }).Fit();
        var last = now.Max(w => w.Place.Bottom);
        for (var y = start.Y + Math.Sign(down); down != 0 && y >= 0 && y <= last; y += Math.Sign(down))
        {
            var place = start with { Y = y };
            if (!Settle(With(now, id, place), id).SequenceEqual(Settle(With(now, id, start), id)))
            {
                return place;
            }
        }

        return start;
    }

    private static IEnumerable<PlacedWidget> With(IEnumerable<PlacedWidget> widgets, Guid id, WidgetPlace place) =>
        widgets.Select(w => w.Id == id ? w with { Place = place } : w);

    /// <summary>As high as it can go from where it wants to be; down from there when that is taken.</summary>
    private static WidgetPlace Find(WidgetPlace wish, WidgetPlace? moved, List<PlacedWidget> placed)
    {
        var place = wish;
        if (moved is { } fixedPlace && wish.Overlaps(fixedPlace))
        {
            var above = wish with { Y = fixedPlace.Y - wish.Height };
            place = above.Y >= 0 && !IsTaken(above, placed) ? above : wish with { Y = fixedPlace.Bottom };
        }

        while (place.Y > 0 && !IsTaken(place, placed))
        {
            place = place with { Y = place.Y - 1 };
        }

        while (IsTaken(place, placed))
        {
            place = place with { Y = place.Y + 1 };
        }

        return place;
    }

    private static bool IsTaken(WidgetPlace place, IEnumerable<PlacedWidget> placed) =>
        placed.Any(p => p.Place.Overlaps(place));

    private static IOrderedEnumerable<PlacedWidget> InOrder(IEnumerable<PlacedWidget> widgets) =>
        widgets.OrderBy(w => w.Place.Y).ThenBy(w => w.Place.X).ThenBy(w => w.Id);
}

/// <summary>A widget at its place.</summary>
/// <param name="Id">The widget.</param>
/// <param name="Place">The place.</param>
public sealed record PlacedWidget(Guid Id, WidgetPlace Place);
