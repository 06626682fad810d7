using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Shared;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>A dashboard's other half in the browser: what is dragged, sized or moved by key arrives here, as a wish.</summary>
public sealed class DashboardScripts : IAsyncDisposable
{
    private readonly DashboardPage? _page;
    private readonly IJSRuntime _js;
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly DotNetObjectReference<DashboardScripts> _self;

    /// <param name="page">What the wishes go to; null for a wall, which only needs its clocks.</param>
    /// <param name="js">The browser.</param>
    internal DashboardScripts(DashboardPage? page, IJSRuntime js)
    {
        (_page, _js) = (page, js);
        _self = DotNetObjectReference.Create(this);
    }

    public Task AttachAsync() => _js.TryInvokeVoidAsync("LiveBoard.attachDashboard", _key, _self);

    [JSInvokable]
    public Task<bool> Place(Guid widgetId, int x, int y, int width, int height) =>
        _page?.PlaceAsync(widgetId, new WidgetPlace(x, y, width, height)) ?? Task.FromResult(false);

    [JSInvokable]
    public Task Step(Guid widgetId, int columns, int rows, bool isSize) =>
        _page?.StepAsync(widgetId, Math.Sign(columns), Math.Sign(rows), isSize) ?? Task.CompletedTask;

    [JSInvokable]
    public Task Undo() => _page?.UndoAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _js.TryInvokeVoidAsync("LiveBoard.detachDashboard", _key);
        _self.Dispose();
    }
}
