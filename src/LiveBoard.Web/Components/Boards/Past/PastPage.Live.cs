using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards.Selection;

namespace LiveBoard.Web.Components.Boards.Past;

/// <summary>What comes in from others while somebody looks back, and what the browser's half of a board may ask for here.</summary>
public sealed partial class PastPage
{
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

    private Task OnUpdateAsync(LiveBoardUpdate update) =>
        InvokeAsync(() =>
        {
            if (_client is null)
            {
                // Handed over while the page was still opening.
                _early = update;
                return;
            }

            Take(update);
        });

    private void Take(LiveBoardUpdate update)
    {
        if (update.Frame is not { } frame)
        {
            (_client, _past, _at, _span, _isMissing) = (null, null, null, null, true);
            StateHasChanged();
            return;
        }

        _live = frame;
        if (_past is null)
        {
            Paint(frame);
        }
    }

    /// <summary>The past reaches further: the slider does so too.</summary>
    private void OnExtended() => _ = InvokeAsync(MeasureAnew);

    private void OnMinute(DateTime before, DateTime now) => _ = InvokeAsync(MeasureAnew);

    private void MeasureAnew()
    {
        if (_client is not null && _view is not null)
        {
            Measure();
            StateHasChanged();
        }
    }
}
