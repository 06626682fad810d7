using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live;

/// <summary>One page's presence on a board. Thread-safe; belongs to the page, which disposes it.</summary>
public sealed class BoardVisit : IAsyncDisposable
{
    private readonly BoardRoom _room;
    private readonly LatestOnly<PresenceSnapshot> _news;
    private readonly Lock _gate = new();
    private int _isLeft;
    private long _secondBegan;
    private int _toldThisSecond;
    private ITimer? _late;
    private ITimer? _editEnd;

    internal BoardVisit(BoardRoom room, PersonSnapshot person, LatestOnly<PresenceSnapshot> news)
    {
        _room = room;
        _news = news;
        Person = person;
    }

    /// <summary>How often in a second the others are told where the visitor is; more is no person's doing.</summary>
    public const int MaxMovesPerSecond = 20;

    /// <summary>A field that somebody is in and does nothing in is shown as theirs for so long.</summary>
    public static readonly TimeSpan EditLasts = TimeSpan.FromSeconds(60);

    /// <summary>Longest name of a field, in UTF-16 units.</summary>
    public const int MaxFieldLength = 64;

    /// <summary>Who.</summary>
    public PersonSnapshot Person { get; }

    /// <summary>Number of the card that is open, if one is.</summary>
    public int? OpenCard { get; private set; }

    /// <summary>The card that is being dragged, if one is.</summary>
    public Guid? HeldCard { get; private set; }

    /// <summary>The field of the open card that the visitor is changing, if one is; see <see cref="CardFieldName"/>.</summary>
    public string? EditedField { get; private set; }

    /// <summary>The cell of the board's table that the visitor is in, if they are in one.</summary>
    public PresentCell? Cell { get; private set; }

    internal bool IsLeft => Volatile.Read(ref _isLeft) != 0;

    internal ITimer? Farewell { get; set; }

    /// <summary>Tells where the visitor is now.</summary>
    public void MoveTo(int? openCard, Guid? heldCard)
    {
        if (OpenCard != openCard || HeldCard != heldCard)
        {
            EditedField = OpenCard == openCard ? EditedField : null;
            OpenCard = openCard;
            HeldCard = heldCard;
            if (MayTell())
            {
                _room.Tell();
            }
        }
    }

    /// <summary>Tells that the visitor is changing a field of the open card, or no longer. Ends by itself after a while.</summary>
    /// <param name="field">The field; null for none.</param>
    /// <param name="lasts">How long it is shown without another word; null for <see cref="EditLasts"/>.</param>
    public void Edit(string? field, TimeSpan? lasts = null)
    {
        if (field?.Length > MaxFieldLength)
        {
            return;
        }

        bool isNew;
        lock (_gate)
        {
            _editEnd?.Dispose();
            _editEnd =
                field is null || IsLeft
                    ? null
                    : _room.Time.CreateTimer(_ => Edit(null), null, lasts ?? EditLasts, Timeout.InfiniteTimeSpan);
            isNew = EditedField != field;
            EditedField = field;
        }

        if (isNew && MayTell())
        {
            _room.Tell();
        }
    }

    /// <summary>Tells in which cell of the board's table the visitor is.</summary>
    /// <param name="cell">The cell; null for none.</param>
    public void MoveToCell(PresentCell? cell)
    {
        if (Cell != cell && !(cell?.Column.Length > MaxFieldLength))
        {
            Cell = cell;
            if (MayTell())
            {
                _room.Tell();
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isLeft, 1) == 0)
        {
            // The card stays open for the grace, as the person stays here for it; but nobody drags from a closed page.
            MoveTo(OpenCard, heldCard: null);
            Edit(null);
            MoveToCell(null);
            _room.Leave(this);
            await _news.DisposeAsync();
        }
    }

    /// <summary>Each telling is work for everybody who is here. What is left out is made up for, once, a second later.</summary>
    private bool MayTell()
    {
        lock (_gate)
        {
            if (_secondBegan == 0 || _room.Time.GetElapsedTime(_secondBegan) >= TimeSpan.FromSeconds(1))
            {
                (_secondBegan, _toldThisSecond) = (_room.Time.GetTimestamp(), 0);
            }

            if (++_toldThisSecond <= MaxMovesPerSecond)
            {
                return true;
            }

            _late ??= _room.Time.CreateTimer(_ => TellLate(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
            return false;
        }
    }

    private void TellLate()
    {
        lock (_gate)
        {
            _late?.Dispose();
            _late = null;
        }

        _room.Tell();
    }

    internal void Show(PresenceSnapshot here)
    {
        if (!IsLeft)
        {
            _news.Offer(here);
        }
    }
}
