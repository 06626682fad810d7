using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Live.Texts;

/// <summary>
/// The open editors of one card and the text as they have it in common. Updates are put in order here, one at a time, and
/// stored before anybody is told.
/// </summary>
internal sealed class CardTextRoom : IDisposable
{
    private const int MaxRecent = 500;

    private readonly CardTextStore _store;
    private readonly TimeProvider _time;
    private readonly SettleClock _settling;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, (TextPointer Pointer, long At)> _pointers = [];
    private ImmutableArray<CardTextSession> _sessions = [];
    private ImmutableArray<CardTextUpdate> _recent = [];
    private Task _background = Task.CompletedTask;

    public CardTextRoom(
        CardTextStore store,
        Guid boardId,
        Guid cardId,
        Func<CardTextRoom, Task> settle,
        TimeProvider time
    )
    {
        (_store, BoardId, CardId, _time) = (store, boardId, cardId, time);
        _settling = new SettleClock(() => InBackground(() => settle(this)), time);
    }

    public Guid BoardId { get; }

    public Guid CardId { get; }

    public CardText Text { get; private set; } = null!;

    public ImmutableArray<CardTextSession> Sessions
    {
        get
        {
            lock (_gate)
            {
                return _sessions;
            }
        }
    }

    /// <summary>Told of each editor that has left.</summary>
    public required Func<CardTextRoom, Task> Left { get; init; }

    /// <summary>Lets an editor in at the text as it is now; null when the card is gone.</summary>
    public async Task<CardTextSession?> EnterAsync(
        Func<CardText, CardTextSession> make,
        CancellationToken cancellationToken
    )
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await _store.ReadAsync(BoardId, CardId, cancellationToken) is not { } text)
            {
                return null;
            }

            Text = text;
            var session = make(text);
            lock (_gate)
            {
                _sessions = _sessions.Add(session);
            }

            if (text.LastAuthorId is not null)
            {
                // Left by a server that ended before people paused.
                _settling.Soon();
            }

            return session;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task<PushResult> PushAsync(
        CardTextSession session,
        long version,
        string clientId,
        IReadOnlyList<string> changes,
        CancellationToken cancellationToken
    )
    {
        if (!await _store.MayWriteAsync(session.Actor, BoardId, CardId, cancellationToken))
        {
            return new PushResult(PushOutcome.NotAllowed, version, []);
        }

        await _turn.WaitAsync(cancellationToken);
        PushOutcome outcome;
        try
        {
            outcome = await StoreAsync(session, version, clientId, changes, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }

        if (outcome is PushOutcome.Invalid)
        {
            return new PushResult(outcome, version, []);
        }

        TellAll();
        return await ResultAsync(outcome, version, () => SinceAsync(version, cancellationToken));
    }

    /// <summary>From the database and not from here: another node may know more.</summary>
    public async Task<PushResult> PullAsync(long version, CancellationToken cancellationToken) =>
        await ResultAsync(PushOutcome.Done, version, () => _store.ReadSinceAsync(CardId, version, cancellationToken));

    /// <summary>An editor that is behind what is still kept cannot be led on from where it is.</summary>
    private async Task<PushResult> ResultAsync(
        PushOutcome outcome,
        long version,
        Func<Task<ImmutableArray<CardTextUpdate>>> read
    )
    {
        var known = Text.Version;
        var since = await read();
        var next = since.IsEmpty ? known + 1 : since[0].Version;
        return version + 1 < next ? new PushResult(PushOutcome.Invalid, version, []) : new(outcome, version, since);
    }

    /// <summary>The text was changed by another way than an editor, or on another node: takes in what is new.</summary>
    public void CatchUpSoon() => InBackground(CatchUpAsync);

    /// <summary>Waits for what is under way, so that nothing asks the database after the room was left.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            return _background;
        }
    }

    private async Task CatchUpAsync()
    {
        await _turn.WaitAsync();
        try
        {
            await RefreshAsync(CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }

        TellAll();
    }

    public async Task<CardTextNews> NewsForAsync(CardTextSession session)
    {
        var updates = await SinceAsync(session.Sent, CancellationToken.None);
        lock (_gate)
        {
            return new CardTextNews(
                session.Sent,
                updates,
                [
                    .. _pointers
                        .Values.Where(p => _time.GetElapsedTime(p.At) < CardTextTimes.PointerLasts)
                        .Select(p => p.Pointer)
                        .Where(p => p.SessionId != session.Id),
                ]
            );
        }
    }

    public void Point(TextPointer pointer)
    {
        lock (_gate)
        {
            _pointers[pointer.SessionId] = (pointer, _time.GetTimestamp());
        }

        TellAll();
    }

    public Task LeaveAsync(CardTextSession session)
    {
        lock (_gate)
        {
            _sessions = _sessions.Remove(session);
            _pointers.Remove(session.Id);
        }

        TellAll();
        return Left(this);
    }

    public void Dispose()
    {
        _settling.Dispose();
        _turn.Dispose();
    }

    private async Task<PushOutcome> StoreAsync(
        CardTextSession session,
        long version,
        string clientId,
        IReadOnlyList<string> changes,
        CancellationToken cancellationToken
    )
    {
        if (version > Text.Version)
        {
            // Told by the database of what another node stored, before this room was.
            await RefreshAsync(cancellationToken);
        }

        if (version != Text.Version)
        {
            return version < Text.Version ? PushOutcome.Behind : PushOutcome.Invalid;
        }

        if (CardTextCheck.Take(Text, CardId, session.Actor.PersonId, clientId, changes, Now) is not { } taken)
        {
            return PushOutcome.Invalid;
        }

        if (!await _store.AppendAsync(BoardId, taken.Updates, cancellationToken))
        {
            // Another node was first.
            await RefreshAsync(cancellationToken);
            return PushOutcome.Behind;
        }

        Text = taken.Text;
        Remember(taken.Updates);
        _settling.Soon();
        return PushOutcome.Done;
    }

    private async Task RefreshAsync(CancellationToken cancellationToken) =>
        Text = await _store.ReadAsync(BoardId, CardId, cancellationToken) ?? Text;

    /// <summary>The latest are at hand: each of them is asked for by every editor.</summary>
    private void Remember(ImmutableArray<CardTextUpdate> updates)
    {
        lock (_gate)
        {
            var isNext = _recent.IsEmpty || _recent[^1].Version + 1 == updates[0].Version;
            _recent = isNext ? _recent.AddRange(updates) : updates;
            if (_recent.Length > 2 * MaxRecent)
            {
                _recent = _recent[MaxRecent..];
            }
        }
    }

    private async Task<ImmutableArray<CardTextUpdate>> SinceAsync(long version, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_recent.IsEmpty && _recent[0].Version <= version + 1 && _recent[^1].Version == Text.Version)
            {
                return [.. _recent.SkipWhile(u => u.Version <= version)];
            }
        }

        return await _store.ReadSinceAsync(CardId, version, cancellationToken);
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    private void TellAll()
    {
        foreach (var session in Sessions)
        {
            session.Tell();
        }
    }

    private void InBackground(Func<Task> work)
    {
        lock (_gate)
        {
            _background = Task.WhenAll(_background, Task.Run(work));
        }
    }
}
