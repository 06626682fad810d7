using LiveBoard.Core.Boards;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Boards.Dialogs;

/// <summary>A dialog over a board, live while it is open.</summary>
public abstract class BoardDialogBase : ComponentBase, IDisposable
{
    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [CascadingParameter]
    protected IMudDialogInstance Dialog { get; set; } = null!;

    protected BoardSnapshot Board => Client.Board;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Client.Changed -= OnBoardChanged;
        Client.Ended -= Close;
    }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Client.Changed += OnBoardChanged;
        Client.Ended += Close;
    }

    /// <summary>The board shows something new. The page raises it on the circuit's dispatcher.</summary>
    protected virtual void OnBoardChanged() => StateHasChanged();

    protected void Close() => Dialog.Close();
}
