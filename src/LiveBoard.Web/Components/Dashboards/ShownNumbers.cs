using LiveBoard.Core.Dashboards;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>
/// What a page shows of a dashboard's numbers: one view, over the period that its address names. Belongs to the page;
/// used on its thread.
/// </summary>
/// <param name="open">Opens a view for whoever looks: over a period, telling each newest picture.</param>
/// <param name="show">Runs something on the page's thread and renders it.</param>
internal sealed class ShownNumbers(
    Func<DashboardPeriod?, Func<DashboardPicture, Task>, Task<DashboardView?>> open,
    Func<Action, Task> show
) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private DashboardView? _view;
    private DashboardPeriod? _period;
    private bool _isClosed;

    /// <summary>What is shown; null until that is known.</summary>
    public DashboardPicture? Picture { get; private set; }

    /// <summary>Looks over this period from now on.</summary>
    public async Task LookAsync(DashboardPeriod? period)
    {
        await _turn.WaitAsync();
        try
        {
            if (_isClosed || (_view is not null && _period == period))
            {
                return;
            }

            // First the old one goes: its pictures must not come after those of the new one.
            await LeaveAsync();
            _period = period;
            _view = await open(period, ShowAsync);
            Picture = _view?.Picture;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        (_isClosed, Picture) = (true, null);
        await _turn.WaitAsync();
        await LeaveAsync();
        _turn.Dispose();
    }

    private async Task LeaveAsync()
    {
        if (_view is { } view)
        {
            _view = null;
            await view.DisposeAsync();
        }
    }

    private Task ShowAsync(DashboardPicture picture) =>
        show(() =>
        {
            if (!_isClosed)
            {
                Picture = picture;
            }
        });
}
