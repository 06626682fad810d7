using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>Puts another widget like this one where there is room.</summary>
public sealed record DuplicateWidget : WidgetCommand
{
    /// <summary>Identity of the copy, made by whoever issues the command.</summary>
    public Guid CopyId { get; init; } = Guid.CreateVersion7();

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Widget widget,
        IReadOnlyList<Widget> all,
        CancellationToken cancellationToken
    )
    {
        if (await context.Db.Widgets.AnyAsync(w => w.Id == CopyId, cancellationToken))
        {
            return new Rejection(RejectionCode.ValueInvalid, "widget");
        }

        if (all.Count >= Widget.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "widgets");
        }

        var copy = new Widget
        {
            Id = CopyId,
            BoardId = BoardId,
            Kind = widget.Kind,
            Title = widget.Title,
            Place = WidgetLayout.FindRoom(WidgetPlaces.Of(all), widget.Width, widget.Height),
            Settings = widget.Settings,
            CreatedAt = context.Now,
        };
        context.Db.Widgets.Add(copy);
        var moved = WidgetPlaces.Insert(all, copy);
        context.Log(ActivityKind.WidgetAdded, before: widget.Name, after: widget.Name);
        context.Undo = new RemoveWidget
        {
            BoardId = BoardId,
            WidgetId = CopyId,
            Others = moved,
        };
        return null;
    }
}
