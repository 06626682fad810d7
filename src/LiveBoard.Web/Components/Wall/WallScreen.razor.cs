using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Dashboards;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Wall;

/// <summary>Follows one board or dashboard, for somebody with an account or for a guest, to be looked at only.</summary>
public sealed partial class WallScreen : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly ColumnHost _columns = new(_ => Task.CompletedTask);
    private BoardClient? _client;
    private LiveBoardSubscription? _subscription;
    private ShownNumbers? _numbers;
    private DashboardScripts? _scripts;
    private bool _isMissing;

    [Parameter, EditorRequired]
    public Guid BoardId { get; set; }

    /// <summary>The link by which a guest looks; null for somebody with an account.</summary>
    [Parameter]
    public GuestPass? Pass { get; set; }

    /// <summary>Which of them it is, in words.</summary>
    [Parameter]
    public string? Place { get; set; }

    /// <summary>How far all widgets look back; null for each as it is set.</summary>
    [Parameter]
    public DashboardPeriod? Period { get; set; }

    [Inject]
    private LiveBoardRegistry Boards { get; set; } = null!;

    [Inject]
    private DashboardRegistry Dashboards { get; set; } = null!;

    [Inject]
    private AccessService Access { get; set; } = null!;

    [Inject]
    private GuestAccess Guests { get; set; } = null!;

    [Inject]
    private BoardCommandHandler Commands { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private bool IsDashboard => _client?.Board.Header.Kind == BoardKind.Dashboard;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_scripts is not null)
        {
            await _scripts.DisposeAsync();
        }

        await CloseAsync();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (RendererInfo.IsInteractive)
        {
            await OpenAsync();
        }
        else
        {
            _isMissing = !await MayLookAsync();
        }
    }

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => _numbers?.LookAsync(Period) ?? Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_client is not null && _scripts is null)
        {
            _scripts = new DashboardScripts(page: null, Js);
            await _scripts.AttachAsync();
        }
    }

    private async Task OpenAsync()
    {
        await CloseAsync();
        var actor = Pass is null ? await CurrentUser.GetActorAsync() : default;
        _subscription = Pass is { } pass
            ? await Boards.SubscribeAsync(pass, OnUpdateAsync, _closing.Token)
            : await Boards.SubscribeAsync(BoardId, actor, OnUpdateAsync, _closing.Token);
        _isMissing = _subscription is null;
        if (_subscription is { } subscription)
        {
            _client = new BoardClient(Commands, actor, subscription.First, BoardRole.Viewer) { Guest = Pass };
            await LookAsync();
        }

        StateHasChanged();
    }

    private async Task LookAsync()
    {
        if (IsDashboard)
        {
            _numbers = new ShownNumbers(ViewAsync, ShowNumbersAsync);
            await _numbers.LookAsync(Period);
        }
    }

    private Task<DashboardView?> ViewAsync(DashboardPeriod? period, Func<DashboardPicture, Task> onPicture) =>
        Pass is { } pass
            ? Dashboards.ViewAsync(BoardId, pass, onPicture, period, _closing.Token)
            : Dashboards.ViewAsync(BoardId, _client!.Actor, onPicture, period, _closing.Token);

    private async Task CloseAsync()
    {
        _client = null;
        if (_numbers is { } numbers)
        {
            _numbers = null;
            await numbers.DisposeAsync();
        }

        if (_subscription is { } subscription)
        {
            _subscription = null;
            await subscription.DisposeAsync();
        }
    }

    private Task ShowNumbersAsync(Action show) =>
        InvokeAsync(() =>
        {
            show();
            StateHasChanged();
        });

    private Task OnUpdateAsync(LiveBoardUpdate update) =>
        InvokeAsync(async () =>
        {
            if (update.Frame is null)
            {
                // The screen goes dark, and lights up again when the right comes back.
                _isMissing = true;
                await CloseAsync();
            }
            else
            {
                _client?.Show(update.Frame, BoardRole.Viewer);
            }

            StateHasChanged();
        });

    private async Task<bool> MayLookAsync() =>
        Pass is { } pass
            ? await Guests.FindAsync(pass, _closing.Token) is not null
            : await Access.GetBoardRoleAsync(await CurrentUser.GetActorAsync(), BoardId, _closing.Token)
                > BoardRole.None;
}
