using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live;

/// <summary>One page's presence on a board. Thread-safe; belongs to the page, which disposes it.</summary>
public sealed class BoardVisit : IAsyncDisposable
{
    private readonly BoardRoom _room;
    private readonly LatestOnly<PresenceSnapshot> _news;
    private int _isLeft;

    internal BoardVisit(BoardRoom room, PersonSnapshot person, LatestOnly<PresenceSnapshot> news)
    {
        _room = room;
        _news = news;
        Person = person;
    }

    /// <summary>Who.</summary>
    public PersonSnapshot Person { get; }

    /// <summary>Number of the card that is open, if one is.</summary>
    public int? OpenCard { get; private set; }

    /// <summary>The card that is being dragged, if one is.</summary>
    public Guid? HeldCard { get; private set; }

    internal bool IsLeft => Volatile.Read(ref _isLeft) != 0;

    internal ITimer? Farewell { get; set; }

    /// <summary>Tells where the visitor is now.</summary>
    public void MoveTo(int? openCard, Guid? heldCard)
    {
        if (OpenCard != openCard || HeldCard != heldCard)
        {
            OpenCard = openCard;
            HeldCard = heldCard;
            _room.Tell();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isLeft, 1) == 0)
        {
            // The card stays open for the grace, as the person stays here for it; but nobody drags from a closed page.
            MoveTo(OpenCard, heldCard: null);
            _room.Leave(this);
            await _news.DisposeAsync();
        }
    }

    internal void Show(PresenceSnapshot here)
    {
        if (!IsLeft)
        {
            _news.Offer(here);
        }
    }
}
