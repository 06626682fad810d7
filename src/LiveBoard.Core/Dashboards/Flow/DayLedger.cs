namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// How many cards stand at each place now, and by how much that changed on each day: enough to say how many stood there
/// at the end of any day, at a cost of the days looked at and not of the cards.
/// </summary>
internal sealed class DayLedger
{
    private readonly Dictionary<CardPlace, int> _now = [];
    private readonly Dictionary<DateOnly, Dictionary<CardPlace, int>> _byDay = [];
    private readonly SortedSet<DateOnly> _days = [];

    /// <summary>The first day on which anything happened; null before.</summary>
    public DateOnly? FirstDay => _days.Count == 0 ? null : _days.Min;

    public void Move(DateOnly day, CardPlace? from, CardPlace to)
    {
        if (from is { } left)
        {
            Add(day, left, -1);
        }

        Add(day, to, 1);
    }

    /// <summary>Cards at each place at the end of each day, walking back from now.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <returns>The days from the last to the first; the dictionary is the same one each time.</returns>
    public IEnumerable<(DateOnly Day, IReadOnlyDictionary<CardPlace, int> Counts)> Backwards(DateOnly from, DateOnly to)
    {
        var counts = new Dictionary<CardPlace, int>(_now);
        foreach (var day in _days.GetViewBetween(to.AddDays(1), DateOnly.MaxValue).Reverse())
        {
            TakeBack(counts, day);
        }

        for (var day = to; day >= from; day = day.AddDays(-1))
        {
            yield return (day, counts);
            TakeBack(counts, day);
        }
    }

    private void TakeBack(Dictionary<CardPlace, int> counts, DateOnly day)
    {
        if (_byDay.TryGetValue(day, out var changes))
        {
            foreach (var (place, change) in changes)
            {
                counts[place] -= change;
            }
        }
    }

    private void Add(DateOnly day, CardPlace place, int change)
    {
        if (place.ColumnId is null)
        {
            return;
        }

        _now[place] = _now.GetValueOrDefault(place) + change;
        if (!_byDay.TryGetValue(day, out var changes))
        {
            _byDay[day] = changes = [];
            _days.Add(day);
        }

        changes[place] = changes.GetValueOrDefault(place) + change;
    }
}
