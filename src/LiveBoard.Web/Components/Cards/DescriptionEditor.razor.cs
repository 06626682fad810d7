using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Boards.Dialogs;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Markdown;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

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
    private bool _wasDescribed;

    /// <summary>The text as it is read while it is being written; null while it is written.</summary>
    private string? _preview;

    [Inject]
    private CardTextAuthority Texts { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

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

    /// <inheritdoc />
    protected override void OnParametersSet() => _wasDescribed |= Card.Description.Length > 0;

    private Task ShowHistoryAsync() =>
        Overlays.ShowAsync<DescriptionDialog>(
            CardTexts.History,
            new DialogParameters
            {
                [nameof(BoardDialogBase.Client)] = Client,
                [nameof(DescriptionDialog.CardId)] = Card.Id,
            },
            DialogKinds.OverBoard with
            {
                MaxWidth = MaxWidth.Medium,
            }
        );

    /// <summary>As far as it is stored; what is still on its way comes with the next news.</summary>
    private async Task PreviewAsync()
    {
        if (_scripts is { } scripts)
        {
            await scripts.FinishAsync();
            _preview = scripts.Now;
        }
    }

    private Task<bool> TickAsync(TaskTickEventArgs tick) => TickAsync(tick, Card.Description);

    private async Task<bool> TickPreviewAsync(TaskTickEventArgs tick)
    {
        var isDone = await TickAsync(tick, _preview ?? "");
        _preview = _scripts?.Now;
        return isDone;
    }

    private async Task<bool> TickAsync(TaskTickEventArgs tick, string text) =>
        PlainText.LineAt(text, tick.Offset) is { } line
        && (
            await Client.SendAsync(
                new TickTask
                {
                    BoardId = Client.BoardId,
                    CardId = Card.Id,
                    Offset = tick.Offset,
                    Line = line,
                    IsDone = tick.IsDone,
                }
            )
        ).IsDone;

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
        if (!others.SequenceEqual(_others) || _preview is not null)
        {
            (_others, _preview) = (others, _preview is null ? null : _scripts?.Now);
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
        (_isWriting, _isUnsaved, _others, _preview) = (false, false, [], null);
        if (_scripts is { } scripts)
        {
            _scripts = null;
            await scripts.DisposeAsync();
        }
    }
}
