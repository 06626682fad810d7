using System.Runtime.CompilerServices;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Data;

/// <summary>
/// What one context has captured and not yet published. Belongs to its context and, like it, is used by one thread at
/// a time. Kept beside the context rather than in it, so that nobody who uses a context sees it.
/// </summary>
internal sealed class PendingChanges
{
    private static readonly ConditionalWeakTable<DbContext, PendingChanges> All = [];

    private readonly List<BoardChangeSet> _unsavedBoards = [];
    private readonly List<DirectoryEvent> _unsavedDirectory = [];
    private readonly List<(Guid Transaction, Action<IBoardEventBus, LiveBoardMeter> Publish)> _uncommitted = [];

    public static PendingChanges? Of(DbContext? context) =>
        context is not null && All.TryGetValue(context, out var pending) ? pending : null;

    public static PendingChanges For(DbContext context) => All.GetOrCreateValue(context);

    /// <summary>Starts a save: whatever an earlier one left behind belongs to nobody.</summary>
    public void Begin()
    {
        _unsavedBoards.Clear();
        _unsavedDirectory.Clear();
    }

    /// <summary>Forgets everything: the context's work is over.</summary>
    public void Clear()
    {
        Begin();
        _uncommitted.Clear();
    }

    public void Add(BoardChangeSet changes) => _unsavedBoards.Add(changes);

    public void Add(DirectoryEvent change)
    {
        if (!_unsavedDirectory.Contains(change))
        {
            _unsavedDirectory.Add(change);
        }
    }

    public void PublishSaved(IBoardEventBus bus, LiveBoardMeter meter) => TakeUnsaved()(bus, meter);

    public void KeepUntilCommit(Guid transaction) => _uncommitted.Add((transaction, TakeUnsaved()));

    /// <summary>
    /// Publishes what was saved in this transaction. What was saved in another one never committed: a transaction that
    /// is disposed without a commit tells no interceptor.
    /// </summary>
    public void PublishCommitted(Guid transaction, IBoardEventBus bus, LiveBoardMeter meter)
    {
        var committed = _uncommitted.Where(u => u.Transaction == transaction).ToList();
        _uncommitted.Clear();
        committed.ForEach(u => u.Publish(bus, meter));
    }

    private Action<IBoardEventBus, LiveBoardMeter> TakeUnsaved()
    {
        BoardChangeSet[] boards = [.. _unsavedBoards];
        DirectoryEvent[] directory = [.. _unsavedDirectory];
        Begin();
        return (bus, meter) =>
        {
            var start = boards.Length == 0 ? 0 : LiveBoardMeter.Start(meter.PublishDuration);
            // Who may see comes before what there is to see: a frame must not reach somebody whom it shuts out.
            Array.ForEach(directory, bus.Publish);
            Array.ForEach(boards, bus.Publish);
            LiveBoardMeter.Record(meter.PublishDuration, start);
        };
    }
}
