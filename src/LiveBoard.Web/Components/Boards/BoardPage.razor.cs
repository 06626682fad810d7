using System.Globalization;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards.Grid;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// A board and the card that is open on it. The one subscriber of its page: it hands each new frame down by reference,
/// and what is still the same reference below does not render.
/// </summary>
public sealed partial class BoardPage : IAsyncDisposable, IBoardScriptHost
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ColumnHost _columns;
    private BoardClient? _client;
    private LiveBoardSubscription? _subscription;
    private BoardVisit? _visit;
    private PresenceSnapshot _here = PresenceSnapshot.Nobody;
    private BoardScripts? _scripts;
    private Guid _openedBoardId;
    private bool _isMissing;
    private BoardBookmark _bookmark = null!;
    private readonly Action<PresentCell?> _tellCell;
    private bool _isGreeted;

    /// <summary>True when the board is shown as a table.</summary>
    private bool _isTable;

    [Parameter]
    public Guid BoardId { get; set; }

    /// <summary>Number of the card that is open; null for none.</summary>
    [Parameter]
    public int? Number { get; set; }

    [Inject]
    private LiveBoardRegistry Boards { get; set; } = null!;

    [Inject]
    private AccessService Access { get; set; } = null!;

    [Inject]
    private BoardPresence Presence { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private BookmarkService Bookmarks { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [Inject]
    private DueClock Clock { get; set; } = null!;

    private CardSnapshot? OpenCard => Number is { } number ? _client?.Board.FindCard(number) : null;

    public BoardPage()
    {
        _columns = new ColumnHost(OpenColumnMenuAsync);
        _tellCell = cell => _visit?.MoveToCell(cell);
    }

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
        await ShowAsTableAsync(GridAddress.IsTable(Navigation));
        if (_openedBoardId != BoardId)
        {
            (_openedBoardId, _wasLost) = (BoardId, false);
            await CloseAsync();
            await OpenAsync();
        }

        ApplyFilter(BoardFilter.Parse(Navigation.ToAbsoluteUri(Navigation.Uri)));
        _visit?.MoveTo(OpenCard?.Number, _visit.HeldCard);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_client is not null && _subscription is not null && _scripts is null)
        {
            _scripts = new BoardScripts(this, Js);
            await _scripts.AttachAsync();
            // The right may be gone by now, and the client with it.
            if (_client is { } client && !_isGreeted)
            {
                _isGreeted = true;
                await GreetAsync(client);
            }
        }
    }

    private async Task OpenAsync()
    {
        var actor = await CurrentUser.GetActorAsync();
        // Before there is a client: from then on a frame from others may render the page at any moment.
        _bookmark = await Bookmarks.ReadAsync(actor, BoardId, _closing.Token);
        if (RendererInfo.IsInteractive)
        {
            await SubscribeAsync(actor);
        }
        else if (await Boards.PeekAsync(BoardId, actor, _closing.Token) is { } now)
        {
            _client = new BoardClient(Commands, actor, now.Frame, now.Role);
        }

        _isMissing = _client is null;
        if (_client?.Board.Header.Kind == BoardKind.Dashboard)
        {
            Navigation.NavigateTo($"d/{BoardId}", replace: true);
        }
    }

    private async Task SubscribeAsync(Actor actor)
    {
        _subscription = await Boards.SubscribeAsync(BoardId, actor, OnUpdateAsync, _closing.Token);
        if (_subscription is not null)
        {
            _client = new BoardClient(Commands, actor, _subscription.First, _subscription.Role)
            {
                Edit = (field, lasts) => _visit?.Edit(field, lasts),
            };
            _client.Selection.Changed += OnPicked;
            _visit = Presence.Enter(BoardId, _subscription.Viewer!, OnPresenceAsync);
            Clock.Ticked += OnMinute;
            if (_early is not null)
            {
                await ShowAsync(_early);
            }
        }
    }

    private async Task CloseAsync()
    {
        Clock.Ticked -= OnMinute;
        var seen = _subscription is null ? null : _client;
        _isGreeted = false;
        (_client, _away) = (null, null);
        _early = null;
        await DetachAsync();
        await LeaveAsync();
        if (_subscription is not null)
        {
            await _subscription.DisposeAsync();
            _subscription = null;
        }

        if (seen is not null)
        {
            await NoteSeenAsync(seen);
        }
    }

    /// <summary>The viewer is not on the board any more, or may not be.</summary>
    private async Task LeaveAsync()
    {
        if (_visit is { } visit)
        {
            _visit = null;
            await visit.DisposeAsync();
        }
    }

    private void CloseCard() => Navigation.NavigateTo(AddressOf(null));

    /// <summary>The page's address with another open card; the filter stays.</summary>
    private string AddressOf(int? number)
    {
        var query = Navigation.ToAbsoluteUri(Navigation.Uri).Query;
        var board = _isTable ? $"b/{BoardId}/table" : $"b/{BoardId}";
        return number is null ? $"{board}{query}" : $"{board}/c/{number}{query}";
    }

    private async Task StarAsync()
    {
        if (_client is not { } client)
        {
            // The board went while its menu was open.
            return;
        }

        _bookmark.IsStarred = !_bookmark.IsStarred;
        // Chosen from the menu, it is no event of the page.
        StateHasChanged();
        await Bookmarks.SetStarAsync(client.Actor, BoardId, _bookmark.IsStarred);
    }
}
