using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Core.Dashboards;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Boards.Dialogs;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>What the viewer can do: by menus, by dialogs, and from the browser's side.</summary>
public sealed partial class DashboardPage
{
    private BoardMenu _menu = null!;

    /// <summary>Puts a widget at a place.</summary>
    internal async Task<bool> PlaceAsync(Guid widgetId, WidgetPlace place)
    {
        if (_client is not { CanEdit: true } client || !client.Board.Widgets.ContainsKey(widgetId))
        {
            return false;
        }

        var result = await client.SendAsync(
            new PlaceWidget
            {
                BoardId = DashboardId,
                WidgetId = widgetId,
                Place = place,
            },
            DashboardTexts.Moved
        );
        return result.IsDone;
    }

    /// <summary>Moves or sizes a widget by a step, as the keyboard and the menu do.</summary>
    internal Task StepAsync(Guid widgetId, int columns, int rows, bool isSize)
    {
        if (_client is not { CanEdit: true } client || !client.Board.Widgets.ContainsKey(widgetId))
        {
            return Task.CompletedTask;
        }

        var widgets = client.Board.Widgets.Values;
        var now = WidgetLayout.Arrange(widgets).First(w => w.Id == widgetId).Place;
        var place = isSize ? now.ResizeBy(columns, rows) : WidgetLayout.MoveBy(widgets, widgetId, columns, rows);
        return place == now ? Task.CompletedTask : PlaceAsync(widgetId, place);
    }

    internal Task UndoAsync() => _client?.UndoLatestAsync() ?? Task.CompletedTask;

    private Task AddAsync() => ShowDialogAsync<WidgetDialog>(DashboardTexts.AddWidget);

    private Task OpenWidgetMenuAsync(WidgetMenuRequest request)
    {
        var widget = request.Widget;
        List<MenuEntry> entries =
        [
            new(DashboardTexts.Configure, () => ConfigureAsync(widget)),
            new(DashboardTexts.Duplicate, () => DuplicateAsync(widget)),
            new(DashboardTexts.MoveLeft, () => StepAsync(widget.Id, -1, 0, isSize: false)),
            new(DashboardTexts.MoveRight, () => StepAsync(widget.Id, 1, 0, isSize: false)),
            new(DashboardTexts.MoveUp, () => StepAsync(widget.Id, 0, -1, isSize: false)),
            new(DashboardTexts.MoveDown, () => StepAsync(widget.Id, 0, 1, isSize: false)),
            new(DashboardTexts.Wider, () => StepAsync(widget.Id, 1, 0, isSize: true)),
            new(DashboardTexts.Narrower, () => StepAsync(widget.Id, -1, 0, isSize: true)),
            new(DashboardTexts.Taller, () => StepAsync(widget.Id, 0, 1, isSize: true)),
            new(DashboardTexts.Shorter, () => StepAsync(widget.Id, 0, -1, isSize: true)),
            new(DashboardTexts.Remove, () => RemoveAsync(widget), IsDanger: true),
        ];
        return _menu.OpenAsync(entries, request.At.ClientX, request.At.ClientY);
    }

    private Task OpenMenuAsync(MouseEventArgs at)
    {
        List<MenuEntry> entries =
        [
            new(BoardTexts.Share, () => ShowDialogAsync<ShareDialog>(BoardTexts.Share)),
            new(DashboardTexts.WallDots, ShowWallAsync),
            // On a screen that is too narrow for the switch, the periods are here.
            .. DashboardPeriod.All.Select(period => PeriodEntry(period)).Prepend(PeriodEntry(null)),
        ];
        if (_client!.CanAdminister)
        {
            var isArchived = _client.Board.Header.IsArchived;
            entries.Insert(
                0,
                new(DashboardTexts.Settings, () => ShowDialogAsync<BoardDialog>(DashboardTexts.Settings))
            );
            entries.Add(
                new(
                    isArchived ? DashboardTexts.RestoreDashboard : DashboardTexts.ArchiveDashboard,
                    () => ArchiveAsync(!isArchived),
                    IsDanger: !isArchived
                )
            );
        }

        return _menu.OpenAsync(entries, at.ClientX, at.ClientY);
    }

    private MenuEntry PeriodEntry(DashboardPeriod? period) =>
        new(
            DashboardTexts.PeriodIs.With(period is null ? DashboardTexts.AsSet : WidgetWords.Period(period.Days)),
            () =>
            {
                Navigation.NavigateTo($"d/{DashboardId}{PeriodWords.Query(period)}");
                return Task.CompletedTask;
            }
        );

    private Task ShowWallAsync() =>
        ShowDialogAsync<WallDialog>(DashboardTexts.WallScreen, (nameof(WallDialog.Query), PeriodWords.Query(Period)));

    private Task ConfigureAsync(WidgetSnapshot widget) =>
        ShowDialogAsync<WidgetDialog>(WidgetWords.TitleOf(widget), (nameof(WidgetDialog.WidgetId), widget.Id));

    private Task DuplicateAsync(WidgetSnapshot widget) =>
        _client!.SendAsync(
            new DuplicateWidget { BoardId = DashboardId, WidgetId = widget.Id },
            DashboardTexts.Duplicated.With(WidgetWords.TitleOf(widget))
        );

    private Task RemoveAsync(WidgetSnapshot widget) =>
        _client!.SendAsync(
            new RemoveWidget { BoardId = DashboardId, WidgetId = widget.Id },
            DashboardTexts.Removed.With(WidgetWords.TitleOf(widget))
        );

    private Task ArchiveAsync(bool isArchived) =>
        _client!.SendAsync(
            new ArchiveBoard { BoardId = DashboardId, IsArchived = isArchived },
            (isArchived ? BoardTexts.Archived : BoardTexts.Restored).With(_client.Board.Header.Name)
        );

    private async Task ShowDialogAsync<TDialog>(string title, params (string Name, object Value)[] parameters)
        where TDialog : IComponent
    {
        var all = new DialogParameters { [nameof(BoardDialogBase.Client)] = _client };
        foreach (var (name, value) in parameters)
        {
            all.Add(name, value);
        }

        await Overlays.ShowAsync<TDialog>(title, all, DialogKinds.OverBoard);
    }
}
