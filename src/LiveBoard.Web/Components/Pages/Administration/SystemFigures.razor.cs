using System.Globalization;
using LiveBoard.Web.Backups;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Hosting;
using LiveBoard.Web.Telemetry;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Pages.Administration;

public sealed partial class SystemFigures
{
    private SystemReading _now = null!;
    private IDisposable? _watching;

    [Inject]
    private SystemMonitor Monitor { get; set; } = null!;

    [Inject]
    private AppVersion Version { get; set; } = null!;

    [Inject]
    private StoreSettings Store { get; set; } = null!;

    [Inject]
    private DueDates Clock { get; set; } = null!;

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private string Lag => _now.LagSeconds is { } lag ? SystemTexts.LagValue.With(lag * 1000) : SystemTexts.None;

    /// <inheritdoc />
    public void Dispose() => _watching?.Dispose();

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        _now = Monitor.Read();
        if (RendererInfo.IsInteractive)
        {
            _watching = Monitor.Watch(OnReading);
        }
    }

    /// <summary>A page that is just closing needs it no more, and cannot be told.</summary>
    private void OnReading(SystemReading reading) =>
        _ = InvokeAsync(() =>
        {
            _now = reading;
            StateHasChanged();
        });
}
