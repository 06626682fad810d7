using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Live;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>What comes in from others: the dashboard itself, its numbers, who is here, and what the viewer may read.</summary>
public sealed partial class DashboardPage
{
    private Task OnUpdateAsync(LiveBoardUpdate update) =>
        InvokeAsync(async () =>
        {
            if (_client is null)
            {
                // Handed over while the page was still opening.
                _early = update;
                return;
            }

            await ShowAsync(update);
            StateHasChanged();
        });

    private async Task ShowAsync(LiveBoardUpdate update)
    {
        if (update.Frame is null)
        {
            _client!.End();
            (_client, _isMissing, _wasLost) = (null, true, true);
            await LeaveAsync();
            return;
        }

        _client!.Show(update.Frame, update.Role);
    }

    private Task ShowNumbersAsync(Action show) =>
        InvokeAsync(() =>
        {
            show();
            StateHasChanged();
        });

    private Task OnPresenceAsync(PresenceSnapshot here) =>
        InvokeAsync(() =>
        {
            _here = here;
            StateHasChanged();
        });

    private async Task<bool> MayLookAsync() =>
        await Access.GetBoardRoleAsync(await CurrentUser.GetActorAsync(), DashboardId, _closing.Token) > BoardRole.None;

    private async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
        StateHasChanged();
    }
}
