using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Shared;

/// <summary>Calls into a browser that may not be there any more.</summary>
internal static class JsRuntimeExtensions
{
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
