using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>Takes a widget off the dashboard, or brings it back to where it was.</summary>
public sealed record RemoveWidget : WidgetCommand
{
    /// <summary>False to bring it back.</summary>
    public bool IsRemoved { get; init; } = true;

    private protected override bool IsForRemoved => true;

    private protected override Rejection? Change(BoardCommandContext context, Widget widget, IReadOnlyList<Widget> all)
    {
        if (widget.DeletedAt is not null == IsRemoved)
        {
            return null;
        }

        if (!IsRemoved && all.Count > Widget.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "widgets");
        }

        // The others keep their places: they close the gap when they are shown, and open it again for this one.
        widget.DeletedAt = IsRemoved ? context.Now : null;
        context.Log(IsRemoved ? ActivityKind.WidgetRemoved : ActivityKind.WidgetRestored, after: widget.Name);
        context.Undo = this with { CommandId = Guid.CreateVersion7(), IsRemoved = !IsRemoved };
        return null;
    }
}
