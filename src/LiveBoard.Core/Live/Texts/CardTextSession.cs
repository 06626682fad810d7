using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Live.Texts;

/// <summary>One open editor of a card's description. Thread-safe; belongs to its page, which disposes it.</summary>
public sealed class CardTextSession : IAsyncDisposable
{
    /// <summary>Several keys in so short a time are one message.</summary>
    internal static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private readonly CardTextRoom _room;
    private readonly LatestOnly<object> _news;
    private int _isLeft;

    internal CardTextSession(
        CardTextRoom room,
        Actor actor,
        PersonSnapshot person,
        CardText begin,
        Func<CardTextNews, Task> onNews,
        Action<Exception> onError,
        TimeProvider time
    )
    {
        (_room, Actor, Person, Begin, Sent) = (room, actor, person, begin, begin.Version);
        _news = new LatestOnly<object>(
            async _ =>
            {
                var news = await room.NewsForAsync(this);
                Sent = news.From + news.Updates.Length;
                await onNews(news);
            },
            onError,
            Pace,
            time
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Who.</summary>
    public PersonSnapshot Person { get; }

    /// <summary>The text that the editor begins with, and its number.</summary>
    public CardText Begin { get; }

    /// <summary>The text as it is now, as far as it is stored.</summary>
    public string Now => _room.Text.Text;

    internal Actor Actor { get; }

    /// <summary>The last update that it was told of. Read and written by its own deliveries only, one at a time.</summary>
    internal long Sent { get; private set; }

    /// <summary>Hands in what was typed on top of an update.</summary>
    /// <param name="version">Number of the update that it builds on.</param>
    /// <param name="clientId">Which editor it is, so that it knows its own again.</param>
    /// <param name="changes">Changes in order, each as <see cref="TextChange"/> has it.</param>
    /// <param name="cancellationToken">Cancels the waiting; what is being stored is stored.</param>
    public Task<PushResult> PushAsync(
        long version,
        string clientId,
        IReadOnlyList<string> changes,
        CancellationToken cancellationToken = default
    ) => _room.PushAsync(this, version, clientId, changes, cancellationToken);

    /// <summary>Updates after this one, for an editor that comes back with an older text.</summary>
    public Task<PushResult> PullAsync(long version, CancellationToken cancellationToken = default) =>
        _room.PullAsync(version, cancellationToken);

    /// <summary>Tells the others where the cursor is.</summary>
    public void Point(int anchor, int head, long version)
    {
        if (Volatile.Read(ref _isLeft) == 0)
        {
            _room.Point(new TextPointer(Person, Id, anchor, head, version));
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isLeft, 1) == 0)
        {
            await _news.DisposeAsync();
            await _room.LeaveAsync(this);
        }
    }

    internal void Tell() => _news.Offer(this);
}
