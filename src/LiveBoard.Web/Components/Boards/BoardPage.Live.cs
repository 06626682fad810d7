using LiveBoard.Core.Boards;
using LiveBoard.Core.Live;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Boards;

/// <summary>What comes in from others: frames, presence, the passing of time.</summary>
public sealed partial class BoardPage
{
    private LiveBoardUpdate? _early;

    /// <summary>True once the board went from somebody who was at work on it.</summary>
    private bool _wasLost;

    private void Stamp(Func<ColumnSnapshot, bool> isConcerned)
    {
        foreach (var column in _client!.Board.Columns)
        {
            if (isConcerned(column))
            {
                _columns.Stamp(column.Id);
            }
        }
    }

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
            _client = null;
            (_isMissing, _wasLost) = (true, true);
            await LeaveAsync();
            return;
        }

        var before = _client!.Board;
        var couldEdit = _client.CanEdit;
        _client.Show(update.Frame, update.Role);
        if (
            couldEdit != _client.CanEdit
            || !ReferenceEquals(before.Labels, _client.Board.Labels)
            || !ReferenceEquals(before.People, _client.Board.People)
            || !ReferenceEquals(before.Fields, _client.Board.Fields)
        )
        {
            Stamp(_ => true);
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

    private Task OnPresenceAsync(PresenceSnapshot here) =>
        InvokeAsync(() =>
        {
            if (_client is not { } client)
            {
                return;
            }

            var isSeen = OpenCard is not null || _isTable || !here.IsSamePlaces(_here);
            _here = here;
            if (!isSeen)
            {
                // Somebody went from one field to another, in a card that is not open here.
                return;
            }

            var marks = new TileMarks(here, client.Actor.PersonId);
            Stamp(column => marks.Differs(client.Marks, column));
            client.Marks = marks;
            StateHasChanged();
        });

    /// <summary>A due date that has just become near or past changes its tile without anybody touching the card.</summary>
    private void OnMinute(DateTime before, DateTime now) =>
        _ = InvokeAsync(() =>
        {
            if (_client is null)
            {
                return;
            }

            Stamp(column => column.Cards.Any(card => DueDates.StateOf(card, before) != DueDates.StateOf(card, now)));
            _client.Minute++;
            StateHasChanged();
        });

    private void ApplyFilter(BoardFilter filter)
    {
        if (_client is null || filter.Equals(_client.Filter))
        {
            return;
        }

        _client.Filter = filter;
        // What is not seen must not be changed by mistake.
        _client.Selection.Keep(VisibleCards(_client).ToHashSet().Contains);
        Stamp(_ => true);
        var address = Navigation.GetUriWithQueryParameters(filter.ToQuery());
        if (!string.Equals(address, Navigation.Uri, StringComparison.Ordinal))
        {
            Navigation.NavigateTo(address, replace: true);
        }
    }
}
