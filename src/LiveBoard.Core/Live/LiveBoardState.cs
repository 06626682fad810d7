using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Live;

/// <summary>
/// An open board: one snapshot, kept current by one loop and shared by all its viewers. Listens first, then reads, then
/// applies what is newer; a gap is read from the database. Publishers only enqueue, so a command never waits for
/// viewers. Thread-safe; belongs to the <see cref="LiveBoardRegistry"/>.
/// </summary>
public sealed partial class LiveBoardState : IAsyncDisposable
{
    private readonly BoardReader _reader;
    private readonly ILogger _logger;
    private readonly LiveBoardMeter _meter;
    private readonly Channel<Notice> _inbox = Channel.CreateUnbounded<Notice>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly ConcurrentDictionary<Guid, PersonSnapshot> _viewers = new();
    private readonly Lock _gate = new();
    private ImmutableArray<LiveBoardSubscription> _subscriptions = [];
    private LiveBoardFrame _frame;
    private IDisposable[] _listening = [];
    private Task _loop = Task.CompletedTask;

    private LiveBoardState(BoardReader reader, ILogger logger, LiveBoardMeter meter, BoardSnapshot placeholder)
    {
        _reader = reader;
        _logger = logger;
        _meter = meter;
        _frame = new LiveBoardFrame(placeholder, ImmutableDictionary<Guid, CardTouch>.Empty);
    }

    /// <summary>What is shown now.</summary>
    public LiveBoardFrame Frame => Volatile.Read(ref _frame);

    /// <summary>Number of viewers.</summary>
    public int SubscriptionCount => _subscriptions.Length;

    /// <summary>Opens a board; null when there is none.</summary>
    internal static async Task<LiveBoardState?> OpenAsync(
        Guid boardId,
        BoardReader reader,
        IBoardEventBus bus,
        ILogger logger,
        CancellationToken cancellationToken,
        LiveBoardMeter? meter = null
    )
    {
        meter ??= LiveBoardMeter.Unheard;
        var early = new List<Notice>();
        LiveBoardState? opened = null;
        void Receive(Notice notice)
        {
            lock (early)
            {
                if (opened is null)
                {
                    early.Add(notice);
                    return;
                }
            }

            opened._inbox.Writer.TryWrite(notice);
        }

        IDisposable[] listening =
        [
            bus.SubscribeBoard(
                boardId,
                changes => Receive(new Changed(changes, LiveBoardMeter.Start(meter.DeliveryDuration)))
            ),
            bus.SubscribeDirectory(change => Receive(new DirectoryChanged(change))),
        ];
        try
        {
            if (await reader.ReadAsync(boardId, cancellationToken) is { } board)
            {
                var state = new LiveBoardState(reader, logger, meter, board) { _listening = listening };
                lock (early)
                {
                    early.ForEach(notice => state._inbox.Writer.TryWrite(notice));
                    opened = state;
                }

                state._loop = Task.Run(state.RunAsync, CancellationToken.None);
                listening = [];
                return state;
            }

            return null;
        }
        finally
        {
            Array.ForEach(listening, l => l.Dispose());
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_listening, l => l.Dispose());
        _inbox.Writer.TryComplete();
        await _loop;
    }

    /// <summary>The frame and the place in the list of viewers are taken under one lock: no frame is missed and none comes twice.</summary>
    internal void Add(LiveBoardSubscription subscription)
    {
        if (subscription.Viewer is { } person)
        {
            _viewers[person.Id] = person;
        }

        lock (_gate)
        {
            _subscriptions = _subscriptions.Add(subscription);
            subscription.First = _frame;
        }
    }

    internal void Remove(LiveBoardSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions = _subscriptions.Remove(subscription);
        }
    }

    /// <summary>
    /// Tells what version the database has. A newer one than the shown means that a hint was lost. An older one than was
    /// shown before the database was asked means that it was put back to an earlier state: a board's version never falls
    /// otherwise, and whoever waited for the next one would wait for long.
    /// </summary>
    internal void OnVersionSeen(long version, long shownBefore)
    {
        if (version > Frame.Board.Version)
        {
            _inbox.Writer.TryWrite(new Behind(version));
        }
        else if (version < shownBefore)
        {
            _inbox.Writer.TryWrite(new PutBack());
        }

        _inbox.Writer.TryWrite(new CheckDue());
    }

    private async Task RunAsync()
    {
        while (await _inbox.Reader.WaitToReadAsync())
        {
            var frame = Frame;
            var heardAt = 0L;
            while (_inbox.Reader.TryRead(out var notice))
            {
                try
                {
                    frame = await NextAsync(frame, notice);
                    heardAt = heardAt == 0 && notice is Changed changed ? changed.HeardAt : heardAt;
                }
                catch (Exception error)
                {
                    // The board stays as it was; the next look at the version finds that it is behind and reads again.
                    LogCatchUpFailed(error, frame.Board.Id);
                }
            }

            Show(frame, heardAt);
        }
    }

    private async Task<LiveBoardFrame> NextAsync(LiveBoardFrame frame, Notice notice)
    {
        switch (notice)
        {
            case Changed { Changes: var changes } when changes.Version == frame.Board.Version + 1:
                return frame.Next(
                    BoardReducer.Apply(frame.Board, changes),
                    CardTouches.Next(frame.Touches, frame.Board, changes, FindViewer)
                );
            case Changed { Changes.Version: var version } when version > frame.Board.Version + 1:
                _meter.Gaps.Add(1);
                return await ReloadAsync(frame);
            case Behind { Version: var seen } when seen > frame.Board.Version:
            case PutBack:
                return await ReloadAsync(frame);
            case DirectoryChanged { Change: PersonChanged person }:
                _viewers.TryGetValue(person.Person.Id, out var known);
                if (known is not null)
                {
                    _viewers[person.Person.Id] = person.Person;
                }

                return frame.Next(BoardReducer.Apply(frame.Board, person), frame.Touches);
            case DirectoryChanged { Change: AccessChanged access }:
                AskAgain(frame, access);
                return frame;
            case CheckDue:
                foreach (var subscription in _subscriptions)
                {
                    subscription.RetryCheck(frame);
                }

                return frame;
            default:
                return frame;
        }
    }

    private async Task<LiveBoardFrame> ReloadAsync(LiveBoardFrame frame)
    {
        _meter.Reloads.Add(1);
        return await _reader.ReadAsync(frame.Board.Id) is { } fresh
            ? frame.Next(BoardReducer.Reconcile(frame.Board, fresh), frame.Touches)
            : frame;
    }

    private void AskAgain(LiveBoardFrame frame, AccessChanged access)
    {
        var isElsewhere =
            (access.BoardId is { } board && board != frame.Board.Id)
            || (access.WorkspaceId is { } workspace && workspace != frame.Board.Header.WorkspaceId);
        if (!isElsewhere)
        {
            foreach (var subscription in _subscriptions)
            {
                subscription.OnAccessChanged(access, frame);
            }
        }
    }

    private void Show(LiveBoardFrame frame, long heardAt)
    {
        ImmutableArray<LiveBoardSubscription> viewers;
        lock (_gate)
        {
            if (ReferenceEquals(frame, _frame))
            {
                return;
            }

            frame = heardAt == 0 ? frame : frame with { HeardAt = heardAt };
            Volatile.Write(ref _frame, frame);
            viewers = _subscriptions;
        }

        new FanOut(viewers, frame).Start();
    }

    private PersonSnapshot? FindViewer(Guid id) =>
        _viewers.GetValueOrDefault(id) ?? Frame.Board.People.GetValueOrDefault(id);

    [LoggerMessage(LogLevel.Error, "Board {BoardId} could not be brought up to date; it is tried again.")]
    private partial void LogCatchUpFailed(Exception error, Guid boardId);

    private abstract record Notice;

    private sealed record Changed(BoardChangeSet Changes, long HeardAt) : Notice;

    private sealed record DirectoryChanged(DirectoryEvent Change) : Notice;

    private sealed record Behind(long Version) : Notice;

    private sealed record PutBack : Notice;

    private sealed record CheckDue : Notice;
}
