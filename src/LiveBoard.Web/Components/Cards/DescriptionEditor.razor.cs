using LiveBoard.Core.Boards;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Opens the editor in the browser and closes it; between the two the text goes past this component.</summary>
public sealed partial class DescriptionEditor : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private ElementReference _host;
    private TextEditorScripts? _scripts;
    private IReadOnlyList<PersonSnapshot> _others = [];
    private bool _isWriting;
    private bool _isUnsaved;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Inject]
    private CardTextAuthority Texts { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await LeaveAsync();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Client.CanEdit && !_closing.IsCancellationRequested)
        {
            await GoOnAsync();
        }

        if (_isWriting && _scripts is null && !_closing.IsCancellationRequested)
        {
            await OpenAsync();
        }
    }

    private void Start() => _isWriting = true;

    /// <summary>Something was typed here before the page was loaded anew: it goes on where it was left.</summary>
    private async Task GoOnAsync()
    {
        if (await TextEditorScripts.HasTextAsync(Js, Card.Id, Client.Actor))
        {
            Start();
            StateHasChanged();
        }
    }

    private async Task OpenAsync()
    {
        var scripts = new TextEditorScripts(Js, others => InvokeAsync(() => ShowOthers(others)));
        _scripts = scripts;
        if (!await scripts.OpenAsync(Texts, Client, Card.Id, _host, _closing.Token))
        {
            await LeaveAsync();
            StateHasChanged();
        }
    }

    private void ShowOthers(IReadOnlyList<PersonSnapshot> others)
    {
        if (!others.SequenceEqual(_others))
        {
            _others = others;
            StateHasChanged();
        }
    }

    /// <summary>Once all is stored; what cannot be stored is not thrown away without asking.</summary>
    private async Task FinishAsync()
    {
        if (_scripts is not { } scripts || await scripts.FinishAsync())
        {
            await LeaveAsync();
        }
        else
        {
            _isUnsaved = true;
        }
    }

    private async Task LeaveAsync()
    {
        (_isWriting, _isUnsaved, _others) = (false, false, []);
        if (_scripts is { } scripts)
        {
            _scripts = null;
            await scripts.DisposeAsync();
        }
    }
}
