using LiveBoard.Core.Commands;

namespace LiveBoard.Web.Components.Boards;

/// <summary>What a page with a board on it does when the browser's half asks for it.</summary>
internal interface IBoardScriptHost
{
    ColumnView? FindView(Guid columnId);

    Task<bool> SendAsync(Func<Guid, BoardCommand> command, string? doneText = null);

    void Hold(Guid? cardId);

    void StartRename(Guid cardId);

    Task OpenMoveDialogAsync(Guid cardId);

    Task OpenTileMenuAsync(Guid cardId, double x, double y);

    Task ShowShortcutsAsync();

    Task UndoAsync();
}
