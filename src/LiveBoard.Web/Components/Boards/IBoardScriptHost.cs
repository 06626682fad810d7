using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Web.Components.Boards.Selection;

namespace LiveBoard.Web.Components.Boards;

/// <summary>What a page with a board on it does when the browser's half asks for it.</summary>
internal interface IBoardScriptHost
{
    ColumnView? FindView(Guid columnId);

    Task<bool> SendAsync(Func<Guid, BoardCommand> command, string? doneText = null);

    /// <summary>Has the viewer's selection changed by this; it gets the cards that the viewer sees, in order.</summary>
    void Select(Action<CardSelection, IReadOnlyList<Guid>> choose);

    Task<bool> MoveSelectedAsync(CardsMove move);

    void Hold(Guid? cardId);

    void StartRename(Guid cardId);

    Task OpenMoveDialogAsync(Guid cardId);

    Task OpenTileMenuAsync(Guid cardId, double x, double y);

    Task ShowShortcutsAsync();

    Task UndoAsync();
}
