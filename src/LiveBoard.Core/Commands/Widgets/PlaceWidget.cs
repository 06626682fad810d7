using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>
/// Puts a widget somewhere else, or gives it another size; the others make room, and all that comes of it is one commit.
/// </summary>
public sealed record PlaceWidget : WidgetCommand
{
    /// <summary>Where to, and how large.</summary>
    public required WidgetPlace Place { get; init; }

    /// <summary>Where others go with it: what an undo puts back. One that is not there any more is passed over.</summary>
    public IReadOnlyList<PlacedWidget> Others { get; init; } = [];

    private protected override Rejection? Change(BoardCommandContext context, Widget widget, IReadOnlyList<Widget> all)
    {
        if (!Place.IsInGrid || !WidgetPlaces.AreFit(Others))
        {
            return new Rejection(RejectionCode.ValueInvalid, "place");
        }

        var before = WidgetPlaces.Of(all).ToList();
        WidgetPlaces.Put(all, Others.Append(new PlacedWidget(WidgetId, Place)));
        WidgetPlaces.Settle(all, WidgetId);
        var changed = before.Except(WidgetPlaces.Of(all)).ToList();
        if (changed.Count > 0)
        {
            context.Log(ActivityKind.WidgetMoved, after: widget.Name);
            context.Undo = this with
            {
                CommandId = Guid.CreateVersion7(),
                Place = before.Find(w => w.Id == WidgetId)!.Place,
                Others = changed.FindAll(w => w.Id != WidgetId),
            };
        }

        return null;
    }
}
