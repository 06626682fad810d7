using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>A wish about one widget of a dashboard. One that was taken away is there for whoever brings it back, and for nobody else.</summary>
public abstract record WidgetCommand : BoardCommand
{
    /// <summary>The widget.</summary>
    public required Guid WidgetId { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override BoardKind? ForKind => BoardKind.Dashboard;

    private protected virtual bool IsForRemoved => false;

    /// <inheritdoc />
    internal sealed override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        // All that stand there: places are found by looking at the others.
        var all = await context
            .Db.Widgets.Where(w => w.BoardId == BoardId && (w.DeletedAt == null || w.Id == WidgetId))
            .ToListAsync(cancellationToken);
        return all.Find(w => w.Id == WidgetId) is { } widget && (widget.DeletedAt is null || IsForRemoved)
            ? await ChangeAsync(context, widget, all, cancellationToken)
            : new Rejection(RejectionCode.WidgetNotFound);
    }

    private protected virtual Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Widget widget,
        IReadOnlyList<Widget> all,
        CancellationToken cancellationToken
    ) => Task.FromResult(Change(context, widget, all));

    private protected virtual Rejection? Change(
        BoardCommandContext context,
        Widget widget,
        IReadOnlyList<Widget> all
    ) => throw new NotSupportedException($"{GetType().Name} changes nothing.");
}
