using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace LiveBoard.Web.Components.Layout;

/// <summary>
/// Opens dialogs, and says when the page needs what dialogs and menus are shown in. Most viewers only look, and the hosts
/// of dialogs and popovers are the dearest part of an open page (docs/performance.md), so they join it with the first
/// dialog or menu. Belongs to one circuit and is used on its dispatcher only.
/// </summary>
internal sealed class OverlayHost(IDialogService dialogs)
{
    private TaskCompletionSource? _shown;

    /// <summary>The first dialog or menu is about to open.</summary>
    public event Action? Needed;

    /// <summary>True from then on.</summary>
    public bool IsNeeded => _shown is not null;

    /// <summary>Opens a dialog.</summary>
    public async Task ShowAsync<TDialog>(string title, DialogParameters parameters, DialogOptions options)
        where TDialog : IComponent
    {
        await NeedAsync();
        await dialogs.ShowAsync<TDialog>(title, parameters, options);
    }

    /// <summary>Asks a question.</summary>
    /// <returns>True for yes; anything else is no.</returns>
    public async Task<bool> AskAsync(string title, string text, string yesText, string noText)
    {
        await NeedAsync();
        return await dialogs.ShowMessageBoxAsync(title, text, yesText: yesText, cancelText: noText) == true;
    }

    /// <summary>Wait for this before opening a menu.</summary>
    /// <returns>Done when the hosts are on the page; at once on a page that brings its own.</returns>
    public Task NeedAsync()
    {
        if (_shown is null && Needed is not null)
        {
            _shown = new TaskCompletionSource();
            Needed();
        }

        return _shown?.Task ?? Task.CompletedTask;
    }

    /// <summary>The hosts are on the page.</summary>
    public void NoteShown() => _shown?.TrySetResult();
}
