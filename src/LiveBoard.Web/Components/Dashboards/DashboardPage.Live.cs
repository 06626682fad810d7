using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Events;
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
            (_client, _picture, _isMissing, _wasLost) = (null, null, true, true);
            await LeaveAsync();
            return;
        }

        _client!.Show(update.Frame, update.Role);
    }

    private Task OnPictureAsync(DashboardPicture picture) =>
        InvokeAsync(() =>
        {
            if (_client is not null && (_picture is null || picture.Number > _picture.Number))
            {
                _picture = picture;
                StateHasChanged();
            }
        });

    private Task OnPresenceAsync(PresenceSnapshot here) =>
        InvokeAsync(() =>
        {
            _here = here;
            StateHasChanged();
        });

    /// <summary>Somebody's rights changed, or a board came or went: which numbers the viewer sees is asked anew.</summary>
    private void OnDirectory(DirectoryEvent change)
    {
        var isConcerned = change switch
        {
            AccessChanged access => access.PersonId is null || access.PersonId == _client?.Actor.PersonId,
            BoardListed listed => listed.WorkspaceId == _client?.Board.Header.WorkspaceId,
            _ => false,
        };
        if (isConcerned)
        {
            _ = InvokeAsync(LookAgainAsync);
        }
    }

    private async Task LookAgainAsync()
    {
        try
        {
            // What was shown may be of a board that the viewer may not read any more: nothing until it is asked.
            _picture = null;
            await LookAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            // The page is closed.
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }

    private async Task<bool> MayLookAsync() =>
        await Access.GetBoardRoleAsync(await CurrentUser.GetActorAsync(), DashboardId, _closing.Token) > BoardRole.None;

    private async Task ReopenAsync()
    {
        await CloseAsync();
        await OpenAsync();
        StateHasChanged();
    }
}
