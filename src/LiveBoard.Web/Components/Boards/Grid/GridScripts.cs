using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>
/// The table's other half in the browser: what a scroll, a key or a paste wishes arrives here. Whatever comes in is only a
/// wish: places are looked up in the table as it is now, and the command handler checks the right behind it.
/// </summary>
public sealed class GridScripts : IAsyncDisposable
{
    /// <summary>Longest pasted text, bytes: more than the most cells of one command need.</summary>
    private const long MaxPaste = 16 * 1024 * 1024;

    private readonly BoardGrid _grid;
    private readonly IJSRuntime _js;
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly DotNetObjectReference<GridScripts> _self;

    internal GridScripts(BoardGrid grid, IJSRuntime js)
    {
        _grid = grid;
        _js = js;
        _self = DotNetObjectReference.Create(this);
    }

    public async Task AttachAsync()
    {
        try
        {
            await _js.InvokeVoidAsync("LiveBoard.attachGrid", _key, _self);
        }
        catch (JSDisconnectedException)
        {
            // The viewer left before the page was ready.
        }
    }

    [JSInvokable]
    public void ShowLines(int first, int count) => _grid.ShowLines(first, count);

    /// <summary>Another text for one cell.</summary>
    /// <returns>"ok"; "clash" and what stands there now; "no" and why not.</returns>
    [JSInvokable]
    public Task<string[]> Edit(string cardId, int line, int column, string text, string? readAs) =>
        _grid.EditAsync(new GridPlace(cardId, line), column, text, readAs);

    /// <summary>A table from the clipboard, at a range.</summary>
    [JSInvokable]
    public async Task<string[]> Paste(
        string fromCard,
        int fromLine,
        string toCard,
        int toLine,
        int firstColumn,
        int lastColumn,
        IJSStreamReference text
    )
    {
        if (text.Length > MaxPaste)
        {
            return _grid.TooLong();
        }

        await using var stream = await text.OpenReadStreamAsync(MaxPaste);
        using var reader = new StreamReader(stream);
        var pasted = await reader.ReadToEndAsync();
        var range = Range(fromCard, fromLine, toCard, toLine, firstColumn, lastColumn);
        return await _grid.PasteAsync(range, pasted);
    }

    [JSInvokable]
    public Task<string[]> Clear(string fromCard, int fromLine, string toCard, int toLine, int first, int last) =>
        _grid.ClearAsync(Range(fromCard, fromLine, toCard, toLine, first, last));

    [JSInvokable]
    public Task<string[]> FillDown(string fromCard, int fromLine, string toCard, int toLine, int first, int last) =>
        _grid.FillDownAsync(Range(fromCard, fromLine, toCard, toLine, first, last));

    [JSInvokable]
    public string Copy(string fromCard, int fromLine, string toCard, int toLine, int first, int last) =>
        _grid.Copy(Range(fromCard, fromLine, toCard, toLine, first, last));

    /// <summary>What the cells of a column can name.</summary>
    [JSInvokable]
    public Task<string[]> Choices(int column) => _grid.ReadChoicesAsync(column);

    [JSInvokable]
    public Task HeadMenu(int column, double x, double y) => _grid.OpenHeadMenuAsync(column, x, y);

    [JSInvokable]
    public void Resize(int column, int width) => _grid.Resize(column, width);

    [JSInvokable]
    public void MoveColumn(int from, int to) => _grid.MoveColumn(from, to);

    [JSInvokable]
    public void At(string cardId, int column) => _grid.TellCell(cardId, column);

    [JSInvokable]
    public void Pick(string cardId, string? fromId) => _grid.Pick(cardId, fromId);

    [JSInvokable]
    public void PickAll() => _grid.PickAll();

    [JSInvokable]
    public Task Open(string cardId) => _grid.OpenAsync(cardId);

    [JSInvokable]
    public void ToggleGroup(string name) => _grid.ToggleGroup(name);

    [JSInvokable]
    public Task Undo() => _grid.Client.UndoLatestAsync();

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _js.InvokeVoidAsync("LiveBoard.detachGrid", _key);
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its listeners with it.
        }

        _self.Dispose();
    }

    private static GridRange Range(string fromCard, int fromLine, string toCard, int toLine, int first, int last) =>
        new(new GridPlace(fromCard, fromLine), new GridPlace(toCard, toLine), first, last);
}

/// <summary>A line as the browser saw it: its card while there is one, else its number.</summary>
public sealed record GridPlace(string CardId, int Line);

/// <summary>Lines and columns from one corner to the other.</summary>
public sealed record GridRange(GridPlace From, GridPlace To, int FirstColumn, int LastColumn);
