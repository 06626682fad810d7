using System.Globalization;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Boards.Selection;
using LiveBoard.Web.Identity.Guests;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Guests;

/// <summary>
/// A board as a guest sees it: live, and to look at only. There is no actor here on whose behalf anything could be done.
/// </summary>
public sealed partial class GuestPage : IAsyncDisposable, IBoardScriptHost
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ColumnHost _columns = new(_ => Task.CompletedTask);
    private BoardClient? _client;
    private LiveBoardSubscription? _subscription;
    private LiveBoardUpdate? _early;
    private BoardScripts? _scripts;
    private IDisposable? _following;
    private GuestPass? _pass;
    private int? _number;
    private bool _isEnded;

    [Parameter]
    public Guid LinkId { get; set; }

    [Inject]
    private LiveBoardRegistry Boards { get; set; } = null!;

    [Inject]
    private GuestAccess Guests { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider Authentication { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private DueClock Clock { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private CardSnapshot? OpenCard => _number is { } number ? _client?.Board.FindCard(number) : null;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _following?.Dispose();
        Clock.Ticked -= OnMinute;
        if (_scripts is not null)
        {
            await _scripts.DisposeAsync();
        }

        if (_subscription is not null)
        {
            await _subscription.DisposeAsync();
        }

        _closing.Dispose();
    }

    ColumnView? IBoardScriptHost.FindView(Guid columnId) => _columns.Find(columnId);

    Task<bool> IBoardScriptHost.SendAsync(Func<Guid, BoardCommand> command, string? doneText) => Task.FromResult(false);

    void IBoardScriptHost.Select(Action<CardSelection, IReadOnlyList<Guid>> choose) { }

    Task<bool> IBoardScriptHost.MoveSelectedAsync(CardsMove move) => Task.FromResult(false);

    void IBoardScriptHost.Hold(Guid? cardId) { }

    void IBoardScriptHost.StartRename(Guid cardId) { }

    Task IBoardScriptHost.OpenMoveDialogAsync(Guid cardId) => Task.CompletedTask;

    Task IBoardScriptHost.OpenTileMenuAsync(Guid cardId, double x, double y) => Task.CompletedTask;

    Task IBoardScriptHost.ShowShortcutsAsync() => Task.CompletedTask;

    Task IBoardScriptHost.UndoAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var state = await Authentication.GetAuthenticationStateAsync();
        _pass = state.User.GetGuestPass(LinkId);
        if (_pass is not { } pass)
        {
            _isEnded = true;
            return;
        }

        if (RendererInfo.IsInteractive)
        {
            _following = Navigation.RegisterLocationChangingHandler(OpenCardAsync);
            Clock.Ticked += OnMinute;
            await OpenAsync();
        }
        else
        {
            if (await Boards.PeekAsync(pass, _closing.Token) is { } now)
            {
                Begin(pass, now);
            }

            _isEnded = _client is null;
        }
    }

    private async Task<bool> MayLookAsync() => await Guests.FindAsync(_pass!.Value, _closing.Token) is not null;

    private async Task OpenAsync()
    {
        if (_subscription is not null)
        {
            await _subscription.DisposeAsync();
        }

        _subscription = await Boards.SubscribeAsync(_pass!.Value, OnUpdateAsync, _closing.Token);
        if (_subscription is not null)
        {
            Begin(_pass!.Value, _subscription.First);
        }

        _isEnded = _client is null;
        if (_early is { } early)
        {
            Show(early);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_client is not null && _subscription is not null && _scripts is null)
        {
            _scripts = new BoardScripts(this, Js);
            await _scripts.AttachAsync();
        }
    }

    private void Begin(GuestPass pass, LiveBoardFrame frame) =>
        _client = new BoardClient(Commands, default, frame, BoardRole.Viewer) { Guest = pass };

    private Task OnUpdateAsync(LiveBoardUpdate update) =>
        InvokeAsync(() =>
        {
            if (_client is null && !_isEnded)
            {
                _early = update;
                return;
            }

            Show(update);
            StateHasChanged();
        });

    private void Show(LiveBoardUpdate update)
    {
        if (update.Frame is null)
        {
            (_client, _isEnded, _number) = (null, true, null);
            return;
        }

        var before = _client!.Board;
        _client.Show(update.Frame, BoardRole.Viewer);
        if (
            !ReferenceEquals(before.Labels, _client.Board.Labels)
            || !ReferenceEquals(before.People, _client.Board.People)
        )
        {
            StampAll();
        }
    }

    /// <summary>Tiles lead to where people with an account see their card; here it opens beside the board.</summary>
    private ValueTask OpenCardAsync(LocationChangingContext going)
    {
        var path = Navigation.ToAbsoluteUri(going.TargetLocation).AbsolutePath;
        var start = $"/b/{_client?.BoardId}/c/";
        if (
            path.StartsWith(start, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(path[start.Length..], CultureInfo.InvariantCulture, out var number)
        )
        {
            going.PreventNavigation();
            _number = number;
            StateHasChanged();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>A due date that has just become near or past changes its tile without anybody touching the card.</summary>
    private void OnMinute(DateTime before, DateTime now) =>
        _ = InvokeAsync(() =>
        {
            if (_client is not null)
            {
                StampAll();
                StateHasChanged();
            }
        });

    private void CloseCard() => _number = null;

    private void ApplyFilter(BoardFilter filter)
    {
        if (_client is { } client)
        {
            client.Filter = filter;
            StampAll();
        }
    }

    private void StampAll()
    {
        foreach (var column in _client!.Board.Columns)
        {
            _columns.Stamp(column.Id);
        }
    }
}
