using LiveBoard.Core.Access;
using Microsoft.Extensions.Caching.Memory;

namespace LiveBoard.Web.Components.Import;

/// <summary>
/// Uploaded files that wait for their owner's decision. Kept in memory for half an hour, a bounded amount of them, and given
/// to nobody but the uploader. Thread-safe; one of each kind for the application.
/// </summary>
/// <param name="room">How much there may be in all, in the unit that drafts are weighed in.</param>
internal abstract class OwnedDrafts<T>(long room) : IDisposable
    where T : class
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _drafts = new(new MemoryCacheOptions { SizeLimit = room });

    /// <summary>The draft; null when there is none, its time is over, or it is somebody else's.</summary>
    public T? Find(Guid id, Actor actor) =>
        _drafts.TryGetValue(id, out Owned? owned) && owned!.Owner == actor ? owned.Draft : null;

    /// <summary>Forgets a draft that was carried out.</summary>
    public void Remove(Guid id) => _drafts.Remove(id);

    public void Dispose() => _drafts.Dispose();

    /// <summary>Keeps a draft.</summary>
    /// <returns>The draft's id, which cannot be guessed.</returns>
    protected Guid Keep(Actor owner, T draft, long weight)
    {
        var id = Guid.NewGuid();
        _drafts.Set(
            id,
            new Owned(owner, draft),
            new MemoryCacheEntryOptions { Size = weight, AbsoluteExpirationRelativeToNow = Kept }
        );
        return id;
    }

    private sealed record Owned(Actor Owner, T Draft);
}
