using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Widgets;

/// <summary>Gives a widget another heading or other settings. The two are apart: whoever changes one is in nobody's way who changes the other.</summary>
public sealed record ConfigureWidget : WidgetCommand
{
    /// <summary>The new heading, empty for the kind's own; null to keep it.</summary>
    public string? Title { get; init; }

    /// <summary>The heading it was read with; when somebody changed it since, the command is rejected with the current one. Null to overwrite.</summary>
    public string? ExpectedTitle { get; init; }

    /// <summary>The new settings; null to keep them.</summary>
    public WidgetSettings? Settings { get; init; }

    /// <summary>The settings it was read with; when somebody changed them since, the command is rejected with the current ones. Null to overwrite.</summary>
    public WidgetSettings? ExpectedSettings { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Widget widget,
        IReadOnlyList<Widget> all,
        CancellationToken cancellationToken
    )
    {
        // What was left as it was read is no wish: somebody else's change to it stands.
        var wishedTitle = Title is null || Title == ExpectedTitle ? widget.Title : Title;
        if (WidgetWish.CheckTitle(wishedTitle, out var title) is { } invalid)
        {
            return invalid;
        }

        var known = WidgetSettings.OfStored(widget.Settings);
        var wish = Settings is null || Settings == ExpectedSettings ? known : Settings;
        if (await WidgetWish.CheckAsync(context, widget.Kind, wish, known, cancellationToken) is { } unfit)
        {
            return unfit;
        }

        var settings = wish.ToCanonical();
        return FindClash(widget.Title, title, known, settings) is { } clash
            ? clash
            : Change(context, widget, (title, known, settings));
    }

    private Rejection? FindClash(string knownTitle, string title, WidgetSettings known, WidgetSettings settings)
    {
        if (ExpectedTitle is not null && knownTitle != title && knownTitle != ExpectedTitle)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "title", knownTitle);
        }

        return ExpectedSettings is not null && known != settings && known != ExpectedSettings
            ? new Rejection(RejectionCode.ChangedMeanwhile, "settings", known.ToJson())
            : null;
    }

    private Rejection? Change(
        BoardCommandContext context,
        Widget widget,
        (string Title, WidgetSettings Known, WidgetSettings Settings) wish
    )
    {
        var (isTitleNew, areSettingsNew) = (widget.Title != wish.Title, wish.Known != wish.Settings);
        if (!isTitleNew && !areSettingsNew)
        {
            return null;
        }

        context.Undo = this with
        {
            CommandId = Guid.CreateVersion7(),
            Title = isTitleNew ? widget.Title : null,
            ExpectedTitle = isTitleNew ? wish.Title : null,
            Settings = areSettingsNew ? wish.Known : null,
            ExpectedSettings = areSettingsNew ? wish.Settings : null,
        };
        var before = widget.Name;
        widget.Title = wish.Title;
        widget.Settings = areSettingsNew ? wish.Settings.ToJson() : widget.Settings;
        context.Log(ActivityKind.WidgetChanged, before: before, after: widget.Name);
        return null;
    }
}
