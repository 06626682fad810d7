using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Shared;

/// <summary>Calls into a browser that may not be there any more.</summary>
internal static class JsRuntimeExtensions
{
    /// <summary>Puts a text on the viewer's clipboard. A browser gives its clipboard to secure pages only, and may ask its user.</summary>
    /// <returns>False when it was not put there.</returns>
    public static async Task<bool> TryCopyAsync(this IJSRuntime js, string text)
    {
        try
        {
            await js.InvokeVoidAsync("LiveBoard.copy", text);
            return true;
        }
        catch (Exception refused) when (refused is JSException or JSDisconnectedException or TaskCanceledException)
        {
            // Whoever asked says so.
            return false;
        }
    }

    /// <summary>Calls a function whose effect goes with the page: when the browser is away, there is nothing it could do.</summary>
    public static async Task TryInvokeVoidAsync(this IJSRuntime js, string function, params object?[] arguments)
    {
        try
        {
            await js.InvokeVoidAsync(function, arguments);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            // The page goes with its browser, or asks for what it missed when it is back.
        }
    }
}
