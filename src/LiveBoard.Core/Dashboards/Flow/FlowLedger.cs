using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// What the activity log of one board says about the flow of its work, kept up entry by entry. A pure fold: the same
/// entries in the same order (by version, then time, then id) give the same ledger, whether they come one at a time or
/// all at once. An entry costs what it changes (one card; for a column that is put away, the cards in it; for a new stage,
/// the cards that ever were in the column), never the board's age. Not thread-safe: whoever keeps it up also asks it.
/// </summary>
/// <param name="calendar">The team's days.</param>
public sealed class FlowLedger(FlowCalendar calendar)
{
    private readonly Dictionary<Guid, CardFlow> _cards = [];
    private readonly Dictionary<Guid, HashSet<CardFlow>> _visitors = [];
    private readonly Dictionary<Guid, ColumnStage> _stages = [];
    private readonly HashSet<Guid> _columnsAway = [];
    private readonly Dictionary<Guid, FlowItem> _items = [];
    private readonly Dictionary<DateOnly, HashSet<FlowItem>> _done = [];
    private readonly SortedSet<DateOnly> _doneDays = [];
    private HashSet<CardFlow>? _untimed;

    /// <summary>The team's days.</summary>
    public FlowCalendar Calendar => calendar;

    internal DayLedger Days { get; } = new();

    /// <summary>All cards that ever were on the board.</summary>
    internal IReadOnlyCollection<CardFlow> Cards => _cards.Values;

    /// <summary>The columns that are put away.</summary>
    internal IReadOnlyCollection<Guid> ColumnsAway => _columnsAway;

    /// <summary>The times of a card; null when it is not on the board.</summary>
    public FlowItem? Find(Guid cardId) => _items.GetValueOrDefault(cardId);

    /// <summary>The cards that are done since a day between these two, both included, in the order of the days.</summary>
    public IEnumerable<FlowItem> DoneBetween(DateOnly from, DateOnly to) =>
        from > to ? [] : _doneDays.GetViewBetween(from, to).SelectMany(day => _done[day]);

    /// <summary>Where cards stood at a moment: those on the board, by column.</summary>
    /// <param name="at">UTC.</param>
    public ILookup<Guid, Guid> PlacesAt(DateTime at) =>
        _cards
            .Values.Select(card => (card.CardId, Place: card.PlaceAt(at)))
            .Where(c => c.Place is { ColumnId: not null, IsAway: false })
            .ToLookup(c => c.Place!.Value.ColumnId!.Value, c => c.CardId);

    /// <summary>Where work stands in a column.</summary>
    public ColumnStage StageOf(Guid columnId) => _stages.GetValueOrDefault(columnId);

    /// <summary>Says where work stands in a column, now and for all of its past: marking a column looks at the history anew.</summary>
    public void SetStage(Guid columnId, ColumnStage stage)
    {
        if (_stages.TryGetValue(columnId, out var known) && known == stage)
        {
            return;
        }

        _stages[columnId] = stage;
        foreach (var card in _visitors.GetValueOrDefault(columnId) ?? [])
        {
            TimeAnew(card);
        }
    }

    /// <summary>Takes in the next entries, in their order; times each card once, however many of them are about it.</summary>
    public void Apply(IEnumerable<ActivityEntry> entries)
    {
        _untimed ??= [];
        foreach (var entry in entries)
        {
            Apply(entry);
        }

        TimeUntimed();
    }

    /// <summary>The same with entries that are on their way; useless after an error, because a part of them is in it.</summary>
    public async Task ApplyAsync(IAsyncEnumerable<IReadOnlyList<ActivityEntry>> batches)
    {
        _untimed ??= [];
        await foreach (var batch in batches)
        {
            foreach (var entry in batch)
            {
                Apply(entry);
            }
        }

        TimeUntimed();
    }

    /// <summary>Takes in the next entry; what says nothing about where cards stand is passed over.</summary>
    public void Apply(ActivityEntry entry)
    {
        switch (entry.Kind)
        {
            case ActivityKind.ColumnArchived or ActivityKind.ColumnRestored when entry.ColumnId is { } columnId:
                PutAway(columnId, entry.Kind == ActivityKind.ColumnArchived, entry.At);
                break;
            case ActivityKind.CardCreated
            or ActivityKind.CardDuplicated
            or ActivityKind.CardJoinedBoard
            or ActivityKind.CardRestored when CardOf(entry) is { } card:
                (card.IsGone, card.IsShelved) = (false, false);
                Place(card, entry);
                break;
            case ActivityKind.CardMoved when CardOf(entry) is { } card:
                Place(card, entry);
                break;
            case ActivityKind.CardArchived when CardOf(entry) is { } card:
                card.IsShelved = true;
                Place(card, entry);
                break;
            case ActivityKind.CardDeleted or ActivityKind.CardLeftBoard when CardOf(entry) is { } card:
                card.IsGone = true;
                Settle(card, entry.At);
                break;
            default:
                break;
        }
    }

    /// <summary>Goes on from a column that is put away, as another ledger had it.</summary>
    internal void ResumeAway(Guid columnId) => _columnsAway.Add(columnId);

    /// <summary>Goes on from a card's way over the board, as another ledger had it.</summary>
    internal void Resume(CardFlow card)
    {
        _cards[card.CardId] = card;
        if (card.ColumnId is { } columnId)
        {
            Visit(columnId, card);
        }

        CardPlace? before = null;
        foreach (var (at, place) in card.Steps)
        {
            if (place.ColumnId is { } visited)
            {
                Visit(visited, card);
            }

            Days.Move(calendar.DayOf(at), before, place);
            before = place;
        }

        TimeAnew(card);
    }

    private CardFlow? CardOf(ActivityEntry entry)
    {
        if (entry.CardId is not { } id)
        {
            return null;
        }

        if (!_cards.TryGetValue(id, out var card))
        {
            _cards[id] = card = new CardFlow(id);
        }

        return card;
    }

    private void Place(CardFlow card, ActivityEntry entry)
    {
        if (entry.ColumnId is { } columnId)
        {
            card.ColumnId = columnId;
            Visit(columnId, card);
        }

        Settle(card, entry.At);
    }

    private void Visit(Guid columnId, CardFlow card)
    {
        if (!_visitors.TryGetValue(columnId, out var visitors))
        {
            _visitors[columnId] = visitors = [];
        }

        visitors.Add(card);
    }

    private void PutAway(Guid columnId, bool isAway, DateTime at)
    {
        if (isAway ? !_columnsAway.Add(columnId) : !_columnsAway.Remove(columnId))
        {
            return;
        }

        foreach (var card in (_visitors.GetValueOrDefault(columnId) ?? []).Where(c => c.ColumnId == columnId))
        {
            Settle(card, at);
        }
    }

    /// <summary>Enters where the card stands now.</summary>
    private void Settle(CardFlow card, DateTime at)
    {
        if (card.ColumnId is not { } columnId)
        {
            // A card that was put away before anything said where it was: the log says nothing about it yet.
            return;
        }

        var place = card.IsGone
            ? new CardPlace(null, false)
            : new CardPlace(columnId, card.IsShelved || _columnsAway.Contains(columnId));
        if (card.Place == place)
        {
            return;
        }

        var moment = card.After(at);
        Days.Move(calendar.DayOf(moment), card.Place, place);
        card.Add(new CardStep(moment, place));
        if (_untimed is { } untimed)
        {
            untimed.Add(card);
        }
        else
        {
            TimeAnew(card);
        }
    }

    private void TimeUntimed()
    {
        var untimed = _untimed ?? [];
        _untimed = null;
        foreach (var card in untimed)
        {
            TimeAnew(card);
        }
    }

    private void TimeAnew(CardFlow card)
    {
        if (_items.Remove(card.CardId, out var before) && before.DoneAt is { } doneBefore)
        {
            _done[calendar.DayOf(doneBefore)].Remove(before);
        }

        if (card.Times(StageOf) is not { } now)
        {
            return;
        }

        _items[card.CardId] = now;
        if (now.DoneAt is { } doneAt)
        {
            var day = calendar.DayOf(doneAt);
            if (!_done.TryGetValue(day, out var done))
            {
                _done[day] = done = [];
                _doneDays.Add(day);
            }

            done.Add(now);
        }
    }
}
