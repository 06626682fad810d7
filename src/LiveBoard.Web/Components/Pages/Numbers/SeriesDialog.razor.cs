using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Pages.Numbers;

public sealed partial class SeriesDialog
{
    private ElementReference _nameInput;
    private string _name = "";
    private string _key = "";
    private string _unit = "";
    private string? _target;
    private MetricDirection _direction = MetricDirection.HigherIsBetter;
    private bool _isKeyOwn;
    private string? _refused;

    [Parameter, EditorRequired]
    public Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public Guid WorkspaceId { get; set; }

    /// <summary>The series to change; null for a new one.</summary>
    [Parameter]
    public MetricListing? Series { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private MetricService Metrics { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (Series is { } series)
        {
            (_name, _key, _unit, _direction) = (series.Name, series.Key, series.Unit, series.Direction);
            (_target, _isKeyOwn) = (NumberWords.Field(series.Target), true);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _nameInput.FocusAsync();
        }
    }

    /// <summary>A key made of the name, until the viewer types their own.</summary>
    private void OfferKey()
    {
        if (!_isKeyOwn)
        {
            var words = string.Concat(_name.ToLowerInvariant().Select(c => MetricRules.IsKey($"{c}") ? c : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var key = string.Join('-', words);
            _key = key[..Math.Min(key.Length, MetricSeries.MaxKeyLength)];
        }
    }

    private void SetKey(ChangeEventArgs change)
    {
        _key = (change.Value as string)?.Trim() ?? "";
        _isKeyOwn = _key.Length > 0;
    }

    private async Task SaveAsync()
    {
        var target = NumberWords.Value(_target);
        if (target is null && !string.IsNullOrEmpty(_target))
        {
            _refused = NumberTexts.NotUnderstood;
            return;
        }

        var wish = new MetricWish(_key, _name, _unit, target, _direction);
        var refusal = Series is { } series
            ? (await Metrics.ChangeSeriesAsync(Actor, series.Id, wish)).Refusal
            : (await Metrics.CreateSeriesAsync(Actor, WorkspaceId, wish)).Refusal;
        if (refusal is { } why)
        {
            _refused = RefusalWords.Of(why);
            return;
        }

        Dialog.Close();
    }

    private void Cancel() => Dialog.Cancel();
}
