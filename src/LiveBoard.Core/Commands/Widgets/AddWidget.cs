using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>Puts a new widget on a dashboard.</summary>
public sealed record AddWidget : BoardCommand
{
    /// <summary>Identity of the new widget, made by whoever issues the command.</summary>
    public Guid WidgetId { get; init; } = Guid.CreateVersion7();

    /// <summary>What it shows; stays for good.</summary>
    public required WidgetKind Kind { get; init; }

    /// <summary>Heading; may be empty, then the kind's own stands there.</summary>
    public string Title { get; init; } = "";

    /// <summary>What exactly it shows.</summary>
    public WidgetSettings Settings { get; init; } = WidgetSettings.Default;

    /// <summary>Where it goes, the others making room; null for the first room that is free, in the kind's size.</summary>
    public WidgetPlace? Place { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal override BoardKind? ForKind => BoardKind.Dashboard;

    /// <inheritdoc />
    internal override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (!Enum.IsDefined(Kind) || await context.Db.Widgets.AnyAsync(w => w.Id == WidgetId, cancellationToken))
        {
            return new Rejection(RejectionCode.ValueInvalid, "widget");
        }

        if (WidgetWish.CheckTitle(Title, out var title) is { } invalid)
        {
            return invalid;
        }

        if (Place is { IsInGrid: false })
        {
            return new Rejection(RejectionCode.ValueInvalid, "place");
        }

        if (await WidgetWish.CheckAsync(context, Kind, Settings, known: null, cancellationToken) is { } unfit)
        {
            return unfit;
        }

        var all = await context
            .Db.Widgets.Where(w => w.BoardId == BoardId && w.DeletedAt == null)
            .ToListAsync(cancellationToken);
        if (all.Count >= Widget.MaxPerBoard)
        {
            return new Rejection(RejectionCode.TooMany, "widgets");
        }

        var (width, height) = WidgetSizes.Of(Kind);
        var widget = new Widget
        {
            Id = WidgetId,
            BoardId = BoardId,
            Kind = Kind,
            Title = title,
            Place = Place ?? WidgetLayout.FindRoom(WidgetPlaces.Of(all), width, height),
            Settings = Settings.ToCanonical().ToJson(),
            CreatedAt = context.Now,
        };
        context.Db.Widgets.Add(widget);
        var moved = WidgetPlaces.Insert(all, widget);
        context.Log(ActivityKind.WidgetAdded, after: widget.Name);
        context.Undo = new RemoveWidget
        {
            BoardId = BoardId,
            WidgetId = WidgetId,
            Others = moved,
        };
        return null;
    }
}
