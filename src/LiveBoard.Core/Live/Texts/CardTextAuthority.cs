using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Core.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LiveBoard.Core.Live.Texts;

/// <summary>
/// Decides in which order what people type at the same time becomes part of a card's description. An update is taken if
/// it was made for the text as it is now; otherwise its editor is given what came before it, puts its own on top, and asks
/// again (the scheme of CodeMirror's collab package, after Etherpad and ProseMirror). Every update is stored before it is
/// acknowledged. Thread-safe; lives as long as the application.
/// </summary>
/// <remarks>The board hears of a text when people pause, as one change; its version has nothing to do with the updates'.</remarks>
public sealed partial class CardTextAuthority : IDisposable
{
    private readonly IDbContextFactory<LiveBoardDbContext> _contexts;
    private readonly AccessService _access;
    private readonly IBoardEventBus _bus;
    private readonly SettleCard _settle;
    private readonly TimeProvider _time;
    private readonly ILogger<CardTextAuthority> _logger;
    private readonly CardTextStore _store;
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, OpenRoom> _rooms = [];

    /// <summary>Knows of no text yet.</summary>
    /// <param name="contexts">The database.</param>
    /// <param name="access">Asked with every hand-in.</param>
    /// <param name="writes">The writers' queue.</param>
    /// <param name="bus">Tells of descriptions that were changed by other ways.</param>
    /// <param name="settle">Takes what was typed into the card, as a command.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told of what could not be delivered.</param>
    public CardTextAuthority(
        IDbContextFactory<LiveBoardDbContext> contexts,
        AccessService access,
        WriteQueue writes,
        IBoardEventBus bus,
        SettleCard settle,
        TimeProvider time,
        ILogger<CardTextAuthority> logger
    )
    {
        (_contexts, _access, _bus, _settle, _time, _logger) = (contexts, access, bus, settle, time, logger);
        _store = new CardTextStore(contexts, access, writes);
    }

    /// <summary>Cards that somebody has an editor open on.</summary>
    public int RoomCount
    {
        get
        {
            lock (_gate)
            {
                return _rooms.Count;
            }
        }
    }

    /// <summary>Opens an editor.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="boardId">The board.</param>
    /// <param name="cardId">The card.</param>
    /// <param name="onNews">Told what others typed and where they are, in order, one call at a time.</param>
    /// <param name="cancellationToken">Ends the try.</param>
    /// <returns>The editor's end here; null when the actor may not edit the board or the card is not one of it.</returns>
    public async Task<CardTextSession?> OpenAsync(
        Actor actor,
        Guid boardId,
        Guid cardId,
        Func<CardTextNews, Task> onNews,
        CancellationToken cancellationToken = default
    )
    {
        if (
            await _access.GetBoardRoleAsync(actor, boardId, cancellationToken) < BoardRole.Editor
            || await ReadPersonAsync(actor, cancellationToken) is not { } person
        )
        {
            return null;
        }

        var room = Hold(boardId, cardId);
        CardTextSession? session = null;
        try
        {
            session = await room.EnterAsync(
                text => new CardTextSession(room, actor, person, text, onNews, LogUndelivered, _time),
                cancellationToken
            );
            return session;
        }
        finally
        {
            if (session is null)
            {
                await ReleaseAsync(room);
            }
        }
    }

    /// <summary>Takes into their cards what a server that ended left on its way.</summary>
    public async Task SettleAllAsync(CancellationToken cancellationToken = default)
    {
        foreach (var (boardId, cardId) in await _store.ReadUnsettledAsync(cancellationToken))
        {
            if (await _store.ReadAsync(boardId, cardId, cancellationToken) is { LastAuthorId: { } author })
            {
                await TrySettleAsync(boardId, cardId, [new Actor(author)]);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var open in _rooms.Values)
            {
                open.Listening.Dispose();
                open.Room.Dispose();
            }

            _rooms.Clear();
        }
    }

    private CardTextRoom Hold(Guid boardId, Guid cardId)
    {
        lock (_gate)
        {
            if (!_rooms.TryGetValue(cardId, out var open) || open.Room.BoardId != boardId)
            {
                var room = new CardTextRoom(_store, boardId, cardId, SettleAsync, _time) { Left = ReleaseAsync };
                var listening = _bus.SubscribeBoard(boardId, changes => OnBoardChanged(room, changes));
                _rooms[cardId] = open = new OpenRoom(room, listening);
            }

            open.Holds++;
            return open.Room;
        }
    }

    /// <summary>Whoever leaves last closes the room, once what they typed is in the card.</summary>
    private async Task ReleaseAsync(CardTextRoom room)
    {
        if (IsHeldAfter(room, change: -1))
        {
            return;
        }

        await SettleAsync(room);
        // Somebody may have come meanwhile.
        if (!IsHeldAfter(room, change: 0))
        {
            Close(room);
            await room.WhenIdleAsync();
            room.Dispose();
        }
    }

    private bool IsHeldAfter(CardTextRoom room, int change)
    {
        lock (_gate)
        {
            return _rooms.TryGetValue(room.CardId, out var open) && open.Room == room && (open.Holds += change) > 0;
        }
    }

    private void Close(CardTextRoom room)
    {
        lock (_gate)
        {
            if (_rooms.TryGetValue(room.CardId, out var open) && open.Room == room && open.Holds == 0)
            {
                _rooms.Remove(room.CardId);
                open.Listening.Dispose();
            }
        }
    }

    /// <summary>On the publisher's thread: hands over only.</summary>
    private static void OnBoardChanged(CardTextRoom room, BoardChangeSet changes)
    {
        if (
            changes
                .Events.OfType<CardUpserted>()
                .Any(e => e.Card.Id == room.CardId && e.Card.Description != room.Text?.Text)
        )
        {
            room.CatchUpSoon();
        }
    }

    private Task SettleAsync(CardTextRoom room)
    {
        var authors = new[] { room.Text?.LastAuthorId }
            .OfType<Guid>()
            .Select(id => new Actor(id))
            .Concat(room.Sessions.Select(s => s.Actor))
            .Distinct();
        return room.Text is null ? Task.CompletedTask : TrySettleAsync(room.BoardId, room.CardId, authors);
    }

    /// <summary>In the name of whoever wrote last; when their right has gone meanwhile, of somebody else who is here.</summary>
    private async Task TrySettleAsync(Guid boardId, Guid cardId, IEnumerable<Actor> authors)
    {
        try
        {
            foreach (var author in authors)
            {
                if (await _settle(boardId, cardId, author))
                {
                    return;
                }
            }
        }
        catch (Exception error)
        {
            // It is stored; the next one who opens the card, or the next start, takes it in.
            LogUnsettled(error, cardId);
        }
    }

    private async Task<PersonSnapshot?> ReadPersonAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var person = await db.People.FindAsync([actor.PersonId], cancellationToken);
        return person is null ? null : Snapshots.Of(person);
    }

    private void LogUndelivered(Exception error) => LogNews(error);

    [LoggerMessage(LogLevel.Warning, "An editor could not be told what others typed.")]
    private partial void LogNews(Exception error);

    [LoggerMessage(LogLevel.Error, "What was typed on card {CardId} is stored, but not yet in its description.")]
    private partial void LogUnsettled(Exception error, Guid cardId);

    private sealed class OpenRoom(CardTextRoom room, IDisposable listening)
    {
        public CardTextRoom Room => room;

        public IDisposable Listening => listening;

        public int Holds { get; set; }
    }
}

/// <summary>Takes what was typed on a card into its description, in somebody's name.</summary>
/// <returns>False when they may not.</returns>
public delegate Task<bool> SettleCard(Guid boardId, Guid cardId, Actor author);
