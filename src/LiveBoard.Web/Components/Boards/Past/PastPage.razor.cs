using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Live;
using LiveBoard.Core.Live.History;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Boards.Past;

/// <summary>
/// The time machine: a board as it was at any moment, to look at only. Follows the board like the board's own page, so that
/// its end moves and a right that is taken away closes it; what was, is looked up in a past that all viewers share.
/// </summary>
public sealed partial class PastPage : IAsyncDisposable, IBoardScriptHost
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ColumnHost _columns = new(_ => Task.CompletedTask);
    private BoardClient? _client;
    private BoardHistoryView? _view;
    private LiveBoardUpdate? _early;
    private BoardScripts? _boardScripts;
    private PastScripts? _scripts;
    private PastDays _days = null!;
    private Guid _openedBoardId;
    private bool _isMissing;
    private bool _isBadMoment;

    [Parameter]
    public Guid BoardId { get; set; }

    /// <summary>The moment that a link leads to.</summary>
    [SupplyParameterFromQuery(Name = "at")]
    public string? AtText { get; set; }

    [Inject]
    private BoardHistoryRegistry Histories { get; set; } = null!;

    [Inject]
    private LiveBoardRegistry Boards { get; set; } = null!;

    [Inject]
    private AccessService Access { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    [Inject]
    private DueClock Clock { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await CloseAsync();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_openedBoardId != BoardId)
        {
            _openedBoardId = BoardId;
            await ReopenAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_client is not null && _view is not null && _scripts is null)
        {
            // The board's own keys first: an arrow on a tile walks over the tiles.
            (_boardScripts, _scripts) = (new BoardScripts(this, Js), new PastScripts(this, Js));
            await _boardScripts.AttachAsync();
            await (_scripts?.AttachAsync() ?? Task.CompletedTask);
        }
    }

    private async Task OpenAsync()
    {
        var actor = await CurrentUser.GetActorAsync();
        if (!RendererInfo.IsInteractive)
        {
            // The past is read for the circuit, and is shared by then.
            _isMissing = await Boards.PeekAsync(BoardId, actor, _closing.Token) is null;
            return;
        }

        _view = await Histories.ViewAsync(BoardId, actor, OnUpdateAsync, OnExtended, _closing.Token);
        if (_view is null)
        {
            _isMissing = true;
            return;
        }

        if (_view.Now.First.Board.Header.Kind == BoardKind.Dashboard)
        {
            Navigation.NavigateTo($"d/{BoardId}", replace: true);
            return;
        }

        _isMissing = false;
        _live = _view.Now.First;
        // Nobody acts here, so that one's own doings are shown like everybody's.
        _client = new BoardClient(Commands, default, _live, BoardRole.Viewer);
        _days = new PastDays(Dates);
        Clock.Ticked += OnMinute;
        Begin();
        if (_early is { } early)
        {
            Take(early);
        }
    }

    private async Task<bool> MayLookAsync() =>
        await Access.GetBoardRoleAsync(await CurrentUser.GetActorAsync(), BoardId, _closing.Token) > BoardRole.None;

    private async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
        StateHasChanged();
    }

    private async Task CloseAsync()
    {
        Clock.Ticked -= OnMinute;
        (_client, _early, _live, _past, _at, _span) = (null, null, null, null, null, null);
        if (_scripts is { } scripts)
        {
            _scripts = null;
            await scripts.DisposeAsync();
        }

        if (_boardScripts is { } boardScripts)
        {
            _boardScripts = null;
            await boardScripts.DisposeAsync();
        }

        if (_view is { } view)
        {
            _view = null;
            await view.DisposeAsync();
        }
    }
}
