using System.Collections.Concurrent;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Events;

namespace LiveBoard.Core.Live;

/// <summary>
/// The log's entries of one board as they are told, for whoever keeps something up with it: version for version, or nothing
/// when a part was not told. Thread-safe.
/// </summary>
internal sealed class ActivityNews : IDisposable
{
    private readonly ConcurrentQueue<BoardChangeSet> _told = new();
    private readonly IDisposable _listening;

    public ActivityNews(Guid boardId, IBoardEventBus bus) => _listening = bus.SubscribeBoard(boardId, _told.Enqueue);

    /// <summary>
    /// Entries in the board's one order. What came with an import has the version of the import and its own time; of equal
    /// times, the ids of an import rise with the order of the source.
    /// </summary>
    public static IEnumerable<ActivityEntry> InOrder(IEnumerable<ActivityEntry> entries) =>
        entries.OrderBy(e => e.Version).ThenBy(e => e.At).ThenBy(e => e.Id);

    /// <summary>The entries between two versions, each told once; null when some of them were not told and have to be read.</summary>
    /// <param name="after">The version that is known.</param>
    /// <param name="until">The last version.</param>
    public IReadOnlyList<ActivityEntry>? Take(long after, long until)
    {
        var entries = new List<ActivityEntry>();
        var next = after + 1;
        while (_told.TryPeek(out var changes) && changes.Version <= until)
        {
            _told.TryDequeue(out _);
            if (changes.Version == next)
            {
                entries.AddRange(InOrder(changes.Activity));
                next++;
            }
        }

        return next == until + 1 ? entries : null;
    }

    public void Dispose() => _listening.Dispose();
}
