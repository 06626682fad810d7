using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>Takes a widget off the dashboard, or brings it back to where it was.</summary>
public sealed record RemoveWidget : WidgetCommand
{
    /// <summary>False to bring it back.</summary>
    public bool IsRemoved { get; init; } = true;

    /// <summary>Where others go with it: what the undo of an addition puts back. One that is not there any more is passed over.</summary>
    public IReadOnlyList<PlacedWidget> Others { get; init; } = [];

    private protected override bool IsForRemoved => true;

    private protected override Rejection? Change(BoardCommandContext context, Widget widget, IReadOnlyList<Widget> all)
    {
        if (!WidgetPlaces.AreFit(Others))
        {
            return new Rejection(RejectionCode.ValueInvalid, "place");
        }

        if (widget.DeletedAt is not null == IsRemoved)
        {
            return null;
        }

        if (!IsRemoved && all.Count > Widget.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "widgets");
        }

        // The others keep their places: they close the gap when they are shown, and open it again for this one.
        // Those that had to make room for it go back to where they were.
        var before = WidgetPlaces.Of(all).ToList();
        WidgetPlaces.Put(all, Others);
        widget.DeletedAt = IsRemoved ? context.Now : null;
        context.Log(IsRemoved ? ActivityKind.WidgetRemoved : ActivityKind.WidgetRestored, after: widget.Name);
        context.Undo = this with
        {
            CommandId = Guid.CreateVersion7(),
            IsRemoved = !IsRemoved,
            Others = [.. before.Except(WidgetPlaces.Of(all))],
        };
        return null;
    }
}
