using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Boards;

namespace LiveBoard.Web.Components.Cards;

/// <summary>
/// Keeps what is typed into one field of the open card, one text after the other: an older one must not come last. Used on
/// the circuit's dispatcher only.
/// </summary>
internal sealed class DraftKeeper(DraftService drafts, BoardClient client, Guid cardId, CardDraftField field)
{
    /// <summary>Done when nothing is being kept.</summary>
    public Task Keeping { get; private set; } = Task.CompletedTask;

    /// <summary>What was kept; null for nothing.</summary>
    public Task<string?> ReadAsync() => drafts.ReadAsync(client.Actor, client.BoardId, cardId, field);

    /// <summary>Keeps a text in place of the one before; an empty one is no draft.</summary>
    /// <returns>False when it could not be kept.</returns>
    public Task<bool> KeepAsync(string text)
    {
        var keeping = KeepAfterAsync(Keeping, text);
        Keeping = keeping;
        return keeping;
    }

    private async Task<bool> KeepAfterAsync(Task before, string text)
    {
        await before;
        return (await drafts.KeepAsync(client.Actor, client.BoardId, cardId, field, text)).IsDone;
    }
}
