using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Layout;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>
/// A dashboard: its widgets, which several people arrange at once as they do a board's cards, and what they show. Listens
/// to two things: to the dashboard as to any board, and to the numbers, which are worked out once for all who may read the
/// same boards.
/// </summary>
public sealed partial class DashboardPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private BoardClient? _client;
    private LiveBoardSubscription? _subscription;
    private LiveBoardUpdate? _early;
    private ShownNumbers? _numbers;
    private BoardVisit? _visit;
    private PresenceSnapshot _here = PresenceSnapshot.Nobody;
    private DashboardScripts? _scripts;
    private Guid _openedId;
    private bool _isMissing;
    private bool _wasLost;

    [Parameter]
    public Guid DashboardId { get; set; }

    /// <summary>How far all widgets look back, in days; anything that is not offered is as if it were not there.</summary>
    [SupplyParameterFromQuery(Name = PeriodWords.Key)]
    private string? Days { get; set; }

    private DashboardPeriod? Period => PeriodWords.Read(Days);

    [Inject]
    private LiveBoardRegistry Boards { get; set; } = null!;

    [Inject]
    private DashboardRegistry Dashboards { get; set; } = null!;

    [Inject]
    private AccessService Access { get; set; } = null!;

    [Inject]
    private BoardPresence Presence { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private OverlayHost Overlays { get; set; } = null!;

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
        if (_openedId != DashboardId)
        {
            (_openedId, _wasLost) = (DashboardId, false);
            await CloseAsync();
            await OpenAsync();
        }
        else if (_numbers is { } numbers)
        {
            await numbers.LookAsync(Period);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_client is not null && _subscription is not null && _scripts is null)
        {
            _scripts = new DashboardScripts(this, Js);
            await _scripts.AttachAsync();
        }
    }

    private async Task OpenAsync()
    {
        var actor = await CurrentUser.GetActorAsync();
        if (!RendererInfo.IsInteractive)
        {
            // The page is made twice; the numbers are worked out for the circuit and, shared, wait for it.
            if (
                await Boards.PeekAsync(DashboardId, actor, _closing.Token) is
                { Frame.Board.Header.Kind: BoardKind.Dashboard } now
            )
            {
                _client = new BoardClient(Commands, actor, now.Frame, now.Role);
                await LookAsync(actor);
            }

            _isMissing = _client is null;
            return;
        }

        _subscription = await Boards.SubscribeAsync(DashboardId, actor, OnUpdateAsync, _closing.Token);
        if (_subscription?.First.Board.Header.Kind != BoardKind.Dashboard)
        {
            _isMissing = true;
            return;
        }

        _client = new BoardClient(Commands, actor, _subscription.First, _subscription.Role);
        _isMissing = false;
        _visit = Presence.Enter(DashboardId, _subscription.Viewer!, OnPresenceAsync);
        await LookAsync(actor);
        if (_early is { } early)
        {
            await ShowAsync(early);
        }
    }

    private Task LookAsync(Actor actor)
    {
        _numbers = new ShownNumbers(
            (period, onPicture) => Dashboards.ViewAsync(DashboardId, actor, onPicture, period, _closing.Token),
            ShowNumbersAsync
        );
        return _numbers.LookAsync(Period);
    }

    private async Task CloseAsync()
    {
        (_client, _early) = (null, null);
        if (_scripts is { } scripts)
        {
            _scripts = null;
            await scripts.DisposeAsync();
        }

        await LeaveAsync();
        if (_subscription is { } subscription)
        {
            _subscription = null;
            await subscription.DisposeAsync();
        }
    }

    private async Task LeaveAsync()
    {
        if (_numbers is { } numbers)
        {
            _numbers = null;
            await numbers.DisposeAsync();
        }

        if (_visit is { } visit)
        {
            _visit = null;
            await visit.DisposeAsync();
        }
    }
}
