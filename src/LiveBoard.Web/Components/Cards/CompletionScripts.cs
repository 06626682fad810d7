using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Cards;

/// <summary>Offers people and cards in a plain text field; the list itself is the browser's (board/complete.js).</summary>
public sealed class CompletionScripts : IAsyncDisposable
{
    private readonly IJSRuntime _js;
    private readonly BoardClient _client;
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly DotNetObjectReference<CompletionScripts> _self;

    internal CompletionScripts(IJSRuntime js, BoardClient client)
    {
        (_js, _client) = (js, client);
        _self = DotNetObjectReference.Create(this);
    }

    /// <summary>To a field, in place of the one before.</summary>
    public Task AttachAsync(ElementReference field) =>
        _js.TryInvokeVoidAsync("LiveBoard.attachCompletion", _key, field, _self);

    [JSInvokable]
    public string[] Suggest(string sign, string words) => Suggestions.Of(_client, sign, words);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _js.TryInvokeVoidAsync("LiveBoard.detachCompletion", _key);
        _self.Dispose();
    }
}
