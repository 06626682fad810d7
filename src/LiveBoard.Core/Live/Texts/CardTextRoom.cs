using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Live.Texts;

/// <summary>
/// The open editors of one card and the text as they have it in common. Updates are put in order here, one at a time, and
/// stored before anybody is told.
/// </summary>
internal sealed class CardTextRoom(
    CardTextStore store,
    Guid boardId,
    Guid cardId,
    Func<CardTextRoom, Task> settle,
    TimeProvider time
) : IDisposable
{
    private const int MaxRecent = 500;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, (TextPointer Pointer, long At)> _pointers = [];
    private ImmutableArray<CardTextSession> _sessions = [];
    private ImmutableArray<CardTextUpdate> _recent = [];
    private ITimer? _settling;
    private long _unsettledSince;

    public Guid BoardId => boardId;

    public Guid CardId => cardId;

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
            if (await store.ReadAsync(boardId, cardId, cancellationToken) is not { } text)
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
                SettleSoon();
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
        if (!await store.MayWriteAsync(session.Actor, boardId, cardId, cancellationToken))
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
        return new PushResult(outcome, version, await SinceAsync(version, cancellationToken));
    }

    /// <summary>From the database and not from here: another node may know more.</summary>
    public async Task<PushResult> PullAsync(long version, CancellationToken cancellationToken) =>
        new(PushOutcome.Done, version, await store.ReadSinceAsync(cardId, version, cancellationToken));

    /// <summary>The text was changed by another way than an editor, or on another node: takes in what is new.</summary>
    public async Task CatchUpAsync()
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
                        .Values.Where(p => time.GetElapsedTime(p.At) < CardTextTimes.PointerLasts)
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
            _pointers[pointer.SessionId] = (pointer, time.GetTimestamp());
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
        _settling?.Dispose();
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

        if (CardTextCheck.Take(Text, cardId, session.Actor.PersonId, clientId, changes, Now) is not { } taken)
        {
            return PushOutcome.Invalid;
        }

        if (!await store.AppendAsync(boardId, taken.Updates, cancellationToken))
        {
            // Another node was first.
            await RefreshAsync(cancellationToken);
            return PushOutcome.Behind;
        }

        Text = taken.Text;
        Remember(taken.Updates);
        SettleSoon();
        return PushOutcome.Done;
    }

    private async Task RefreshAsync(CancellationToken cancellationToken) =>
        Text = await store.ReadAsync(boardId, cardId, cancellationToken) ?? Text;

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

        return await store.ReadSinceAsync(cardId, version, cancellationToken);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private void TellAll()
    {
        foreach (var session in Sessions)
        {
            session.Tell();
        }
    }

    /// <summary>When people pause; when they do not, after a while all the same.</summary>
    private void SettleSoon()
    {
        lock (_gate)
        {
            _unsettledSince = _settling is null ? time.GetTimestamp() : _unsettledSince;
            var left = CardTextTimes.Patience - time.GetElapsedTime(_unsettledSince);
            var wait = left < CardTextTimes.Quiet ? left : CardTextTimes.Quiet;
            wait = wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
            _settling ??= time.CreateTimer(_ => Settle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _settling.Change(wait, Timeout.InfiniteTimeSpan);
        }
    }

    private void Settle()
    {
        lock (_gate)
        {
            _settling?.Dispose();
            _settling = null;
        }

        _ = settle(this);
    }
}
