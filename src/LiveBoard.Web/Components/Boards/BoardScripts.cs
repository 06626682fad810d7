using LiveBoard.Core.Commands.Bulk;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Web.Texts;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Boards;

/// <summary>
/// The page's other half in the browser: what a drag, a key or a scroll wishes arrives here. Whatever comes in is only a
/// wish: the command handler checks the ids and the right behind it.
/// </summary>
public sealed class BoardScripts : IAsyncDisposable
{
    private readonly IBoardScriptHost _page;
    private readonly IJSRuntime _js;
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly DotNetObjectReference<BoardScripts> _self;

    internal BoardScripts(IBoardScriptHost page, IJSRuntime js)
    {
        _page = page;
        _js = js;
        _self = DotNetObjectReference.Create(this);
    }

    /// <remarks>
    /// Only strings and references as arguments, and one call: what JSON has to learn of any other type, it learns anew
    /// in each circuit.
    /// </remarks>
    public async Task AttachAsync()
    {
        try
        {
            await _js.InvokeVoidAsync("LiveBoard.attachBoard", _key, _self);
        }
        catch (JSDisconnectedException)
        {
            // The viewer left before the page was ready.
        }
    }

    [JSInvokable]
    public async Task<bool> MoveCard(Guid cardId, Guid toColumnId, Guid? afterCardId, Guid? beforeCardId)
    {
        var result = await _page.SendAsync(
            boardId => new MoveCard
            {
                BoardId = boardId,
                CardId = cardId,
                ToColumnId = toColumnId,
                AfterCardId = afterCardId,
                BeforeCardId = beforeCardId,
            },
            BoardTexts.CardMoved
        );
        return result;
    }

    /// <summary>The same for all that are picked.</summary>
    [JSInvokable]
    public Task<bool> MoveSelected(Guid toColumnId, Guid? afterCardId, Guid? beforeCardId) =>
        _page.MoveSelectedAsync(new CardsMove(toColumnId, afterCardId, beforeCardId));

    [JSInvokable]
    public void Pick(Guid cardId) => _page.Select((selection, _) => selection.Toggle(cardId));

    [JSInvokable]
    public void PickTo(Guid cardId, Guid fromId) =>
        _page.Select((selection, visible) => selection.ExtendTo(cardId, fromId, visible));

    [JSInvokable]
    public void PickAll() => _page.Select((selection, visible) => selection.Set(visible));

    [JSInvokable]
    public void PickNone() => _page.Select((selection, _) => selection.Clear());

    [JSInvokable]
    public Task<bool> MoveItem(Guid cardId, Guid itemId, Guid toChecklistId, Guid? beforeItemId) =>
        _page.SendAsync(
            boardId => new MoveChecklistItem
            {
                BoardId = boardId,
                CardId = cardId,
                ItemId = itemId,
                ToChecklistId = toChecklistId,
                BeforeItemId = beforeItemId,
            },
            CardTexts.ItemMoved
        );

    [JSInvokable]
    public Task<bool> MoveColumn(Guid columnId, Guid? beforeColumnId) =>
        _page.SendAsync(
            boardId => new MoveColumn
            {
                BoardId = boardId,
                ColumnId = columnId,
                BeforeColumnId = beforeColumnId,
            },
            BoardTexts.ColumnMoved
        );

    [JSInvokable]
    public void Hold(Guid? cardId) => _page.Hold(cardId);

    [JSInvokable]
    public void ShowMore(Guid columnId) => _page.FindView(columnId)?.ShowMore();

    [JSInvokable]
    public void StartAdd(Guid columnId) => _page.FindView(columnId)?.StartAdd();

    [JSInvokable]
    public void StartRename(Guid cardId) => _page.StartRename(cardId);

    [JSInvokable]
    public Task OpenMoveMenu(Guid cardId) => _page.OpenMoveDialogAsync(cardId);

    [JSInvokable]
    public Task OpenTileMenu(Guid cardId, double x, double y) => _page.OpenTileMenuAsync(cardId, x, y);

    [JSInvokable]
    public Task ShowShortcuts() => _page.ShowShortcutsAsync();

    [JSInvokable]
    public Task Undo() => _page.UndoAsync();

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _js.InvokeVoidAsync("LiveBoard.detachBoard", _key);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }

        _self.Dispose();
    }
}
