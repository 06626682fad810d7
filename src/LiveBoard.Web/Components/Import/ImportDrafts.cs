using LiveBoard.Core.Access;
using LiveBoard.Core.Exchange.Trello;
using Microsoft.Extensions.Caching.Memory;

namespace LiveBoard.Web.Components.Import;

/// <summary>
/// Files that were read and wait for their owner's decision. Kept in memory for half an hour, a bounded number of them,
/// and given to nobody but the uploader. Thread-safe; one for the application.
/// </summary>
internal sealed class ImportDrafts : IDisposable
{
    private const int MaxDrafts = 20;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _drafts = new(new MemoryCacheOptions { SizeLimit = MaxDrafts });

    /// <summary>Keeps what was read.</summary>
    /// <returns>The draft's id, which cannot be guessed.</returns>
    public Guid Add(Actor owner, string fileName, TrelloReading reading)
    {
        var id = Guid.NewGuid();
        _drafts.Set(
            id,
            new ImportDraft(owner, fileName, reading),
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept }
        );
        return id;
    }

    /// <summary>The draft; null when there is none, its time is over, or it is somebody else's.</summary>
    public ImportDraft? Find(Guid id, Actor actor) =>
        _drafts.TryGetValue(id, out ImportDraft? draft) && draft!.Owner == actor ? draft : null;

    /// <summary>Forgets a draft that was carried out.</summary>
    public void Remove(Guid id) => _drafts.Remove(id);

    public void Dispose() => _drafts.Dispose();
}

/// <summary>A file that was read.</summary>
internal sealed record ImportDraft(Actor Owner, string FileName, TrelloReading Reading);
