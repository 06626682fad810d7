using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>
/// Draws a <see cref="ChartSpec"/> and moves it to the next one. Before there is a circuit, without scripts, and when the
/// browser cannot draw, it shows the same numbers as a table.
/// </summary>
public sealed partial class ChartView : IAsyncDisposable
{
    private ChartScripts? _scripts;
    private ElementReference _place;
    private bool _isTableWished;
    private bool _isPictureFailed;
    private bool _isSaveFailed;

    [Parameter, EditorRequired]
    public ChartSpec Spec { get; set; } = null!;

    /// <summary>All of it, px. Without, it fills a column whose height is given.</summary>
    [Parameter]
    public int? Height { get; set; }

    /// <summary>False where the title stands above already; its menu is then in the upper right corner.</summary>
    [Parameter]
    public bool ShowTitle { get; set; } = true;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    [Inject]
    private ILogger<ChartView> Log { get; set; } = null!;

    private bool IsTiny => Spec.Kind == ChartKind.Sparkline;

    private bool IsTable => _isTableWished || _isPictureFailed || !RendererInfo.IsInteractive;

    /// <inheritdoc />
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        if (
            !parameters.IsSame(nameof(Spec), Spec)
            || !parameters.IsSame(nameof(Height), Height)
            || parameters.GetValueOrDefault(nameof(ShowTitle), ShowTitle) != ShowTitle
        )
        {
            await base.SetParametersAsync(parameters);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_scripts is not null)
        {
            await _scripts.DisposeAsync();
        }
    }

    /// <inheritdoc />
    protected override void OnParametersSet() => ChartRules.Check(Spec);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Spec.IsEmpty || _isPictureFailed || !RendererInfo.IsInteractive)
        {
            return;
        }

        try
        {
            _scripts ??= new ChartScripts(Js, Dates);
            await _scripts.ShowAsync(_place, Spec);
        }
        catch (JSException error)
        {
            Log.LogWarning(error, "A chart could not be drawn; its table is shown.");
            _isPictureFailed = true;
            StateHasChanged();
        }
    }

    private void Switch() => _isTableWished = !_isTableWished;

    private Task SaveNumbersAsync() => SaveAsync(_scripts!.SaveNumbersAsync);

    private Task SavePictureAsync() => SaveAsync(_scripts!.SavePictureAsync);

    private async Task SaveAsync(Func<ChartSpec, Task> save)
    {
        try
        {
            await save(Spec);
            _isSaveFailed = false;
        }
        catch (JSException error)
        {
            Log.LogWarning(error, "A chart could not be saved.");
            _isSaveFailed = true;
        }
    }
}
