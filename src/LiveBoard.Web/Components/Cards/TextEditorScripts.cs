using System.Text.Json;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Live.Texts;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Cards;

/// <summary>
/// An editor's other half in the browser. What comes in is only a wish: the authority checks the right and the text
/// behind it. Everything goes as text: what JSON has to learn of any other type, it learns anew in each circuit.
/// </summary>
public sealed class TextEditorScripts : IAsyncDisposable
{
    private readonly IJSRuntime _js;
    private readonly Func<IReadOnlyList<PersonSnapshot>, Task> _onOthers;
    private readonly string _key = Guid.NewGuid().ToString();
    private readonly DotNetObjectReference<TextEditorScripts> _self;
    private CardTextSession? _session;
    private BoardClient? _client;

    internal TextEditorScripts(IJSRuntime js, Func<IReadOnlyList<PersonSnapshot>, Task> onOthers)
    {
        (_js, _onOthers) = (js, onOthers);
        _self = DotNetObjectReference.Create(this);
    }

    /// <summary>The text as far as it is stored.</summary>
    internal string Now => _session?.Now ?? "";

    /// <summary>True when something was typed here that the server may not have.</summary>
    internal static async Task<bool> HasTextAsync(IJSRuntime js, Guid cardId, Actor actor)
    {
        try
        {
            return await js.InvokeAsync<bool>("LiveBoard.hasText", $"{cardId}", $"{actor.PersonId}");
        }
        catch (JSDisconnectedException)
        {
            // The viewer left before the card was ready.
            return false;
        }
    }

    /// <returns>False when the viewer may not edit (any more).</returns>
    internal async Task<bool> OpenAsync(
        CardTextAuthority texts,
        BoardClient client,
        Guid cardId,
        ElementReference host,
        CancellationToken cancellationToken
    )
    {
        _session = await texts.OpenAsync(client.Actor, client.BoardId, cardId, TellAsync, cancellationToken);
        _client = client;
        if (_session is not { } session)
        {
            return false;
        }

        var begin = JsonSerializer.Serialize(
            new
            {
                cardId,
                personId = client.Actor.PersonId,
                version = session.Begin.Version,
                text = session.Begin.Text,
                label = BoardTexts.Description,
                hint = BoardTexts.MarkdownHint,
                max = Card.MaxDescriptionLength,
            }
        );
        await _js.TryInvokeVoidAsync("LiveBoard.openText", _key, host, _self, begin);
        return true;
    }

    /// <returns>False when something could not be stored.</returns>
    internal async Task<bool> FinishAsync()
    {
        try
        {
            return await _js.InvokeAsync<bool>("LiveBoard.finishText", _key);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or TaskCanceledException)
        {
            // The browser does not answer: what it has is kept there.
            return false;
        }
    }

    [JSInvokable]
    public async Task<string> Push(long version, string clientId, string[] changes) =>
        Words(await _session!.PushAsync(version, clientId, changes));

    [JSInvokable]
    public async Task<string> Pull(long version) => Words(await _session!.PullAsync(version));

    [JSInvokable]
    public string[] Suggest(string sign, string words) => Suggestions.Of(_client!, sign, words);

    [JSInvokable]
    public void Point(int anchor, int head, long version) => _session!.Point(anchor, head, version);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _js.TryInvokeVoidAsync("LiveBoard.closeText", _key);
        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        _self.Dispose();
    }

    private static string Words(PushResult result) =>
        JsonSerializer.Serialize(
            new
            {
                outcome = $"{result.Outcome}",
                from = result.From,
                updates = result.Updates.Select(u => new { id = u.ClientId, changes = u.Changes }),
            }
        );

    private async Task TellAsync(CardTextNews news)
    {
        await _js.TryInvokeVoidAsync(
            "LiveBoard.tellText",
            _key,
            JsonSerializer.Serialize(
                new
                {
                    from = news.From,
                    updates = news.Updates.Select(u => new { id = u.ClientId, changes = u.Changes }),
                    pointers = news.Pointers.Select(p => new
                    {
                        name = p.Person.Name,
                        color = p.Person.Color,
                        anchor = p.Anchor,
                        head = p.Head,
                    }),
                }
            )
        );
        await _onOthers([.. news.Pointers.Select(p => p.Person).DistinctBy(p => p.Id).OrderBy(p => p.Id)]);
    }
}
