using LiveBoard.Core.Exchange.Csv;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>
/// A chart's other half in the browser. One picture is on its way at a time; of those that arise meanwhile only the last
/// is sent. Keeps no text of what was sent: the spec is shared by all who look, a text would be each circuit's own.
/// </summary>
public sealed class ChartScripts : IAsyncDisposable
{
    private readonly IJSRuntime _js;
    private readonly DueDates _dates;
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly DotNetObjectReference<ChartScripts> _self;
    private ElementReference _place;
    private ChartSpec? _wanted;
    private ChartSpec? _sent;
    private ChartSpec? _latest;
    private CancellationTokenSource? _call;
    private bool _isClosed;

    internal ChartScripts(IJSRuntime js, DueDates dates)
    {
        (_js, _dates) = (js, dates);
        _self = DotNetObjectReference.Create(this);
    }

    /// <summary>Shows this now, or as soon as what is on its way has arrived.</summary>
    internal Task ShowAsync(ElementReference place, ChartSpec spec)
    {
        _place = place;
        if (ReferenceEquals(spec, _latest))
        {
            return Task.CompletedTask;
        }

        _wanted = _latest = spec;
        return _call is null ? SendAsync() : Task.CompletedTask;
    }

    /// <summary>The browser is back after its connection was lost: what was on its way may never have arrived.</summary>
    [JSInvokable]
    public async Task DrawAgain()
    {
        _sent = null;
        _wanted = _latest;
        if (_call is { } call)
        {
            await call.CancelAsync();
        }
        else
        {
            await SendAsync();
        }
    }

    internal Task SavePictureAsync(ChartSpec spec) =>
        _js.TryInvokeVoidAsync("LiveBoard.saveChartPicture", _key, NameOf(spec, "png"));

    internal Task SaveNumbersAsync(ChartSpec spec)
    {
        var table = ChartTable.Of(spec, new ChartWords(spec, _dates));
        return _js.TryInvokeVoidAsync("LiveBoard.saveChartNumbers", CsvText.Of(table.Cells()), NameOf(spec, "csv"));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        _wanted = null;
        if (_call is { } call)
        {
            await call.CancelAsync();
        }

        if (_latest is not null)
        {
            await _js.TryInvokeVoidAsync("LiveBoard.removeChart", _key);
        }

        _self.Dispose();
    }

    private static string NameOf(ChartSpec spec, string ending) => FileNames.Plain($"{spec.Title}.{ending}");

    private async Task SendAsync()
    {
        while (_wanted is { } spec && !_isClosed)
        {
            _wanted = null;
            var sent = _sent is { } then ? ChartParts.Of(then, _dates) : null;
            if (ChartParts.Of(spec, _dates).Since(sent) is { } news && !await IsDrawnAsync(news))
            {
                continue;
            }

            _sent = spec;
        }
    }

    private async Task<bool> IsDrawnAsync(string news)
    {
        using var call = new CancellationTokenSource();
        _call = call;
        try
        {
            await _js.InvokeVoidAsync("LiveBoard.drawChart", call.Token, _key, _place, _self, news);
            return true;
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is away: it asks for everything when it is back, or never comes back.
            _sent = null;
            return false;
        }
        finally
        {
            _call = null;
        }
    }
}
