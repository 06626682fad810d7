using System.Collections.Immutable;

namespace LiveBoard.Core.Live;

/// <summary>The visits of one board. Everything happens under its lock; callbacks happen outside, conflated per visit.</summary>
internal sealed class BoardRoom(Guid boardId, TimeProvider time, Action<BoardRoom> onEmpty)
{
    private readonly Lock _gate = new();
    private ImmutableArray<BoardVisit> _visits = [];
    private ImmutableArray<LatestOnly<PresenceSnapshot>> _watchers = [];
    private bool _isClosed;

    public Guid BoardId => boardId;

    public TimeProvider Time => time;

    public bool TryEnter(BoardVisit visit)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _visits = _visits.Add(visit);
        }

        Tell();
        return true;
    }

    /// <summary>Shows who is here to somebody who is not here.</summary>
    public bool TryWatch(LatestOnly<PresenceSnapshot> watcher)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _watchers = _watchers.Add(watcher);
            watcher.Offer(PresenceSnapshot.Of(_visits));
            return true;
        }
    }

    public void Unwatch(LatestOnly<PresenceSnapshot> watcher)
    {
        lock (_gate)
        {
            _watchers = _watchers.Remove(watcher);
        }

        CloseIfEmpty();
    }

    /// <summary>Shows the visit for the grace, then forgets it; a person who came back meanwhile was never gone.</summary>
    public void Leave(BoardVisit visit) =>
        visit.Farewell = time.CreateTimer(_ => Forget(visit), null, BoardPresence.Grace, Timeout.InfiniteTimeSpan);

    public void Tell()
    {
        // Under the lock, so that an older picture never comes after a newer one; showing only hands over.
        lock (_gate)
        {
            var now = PresenceSnapshot.Of(_visits);
            foreach (var visit in _visits)
            {
                visit.Show(now);
            }

            foreach (var watcher in _watchers)
            {
                watcher.Offer(now);
            }
        }
    }

    private void Forget(BoardVisit visit)
    {
        visit.Farewell?.Dispose();
        lock (_gate)
        {
            _visits = _visits.Remove(visit);
        }

        if (!CloseIfEmpty())
        {
            Tell();
        }
    }

    private bool CloseIfEmpty()
    {
        lock (_gate)
        {
            _isClosed = _visits.IsEmpty && _watchers.IsEmpty;
        }

        if (_isClosed)
        {
            onEmpty(this);
        }

        return _isClosed;
    }
}
