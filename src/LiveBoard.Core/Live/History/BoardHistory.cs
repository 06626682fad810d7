using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live.History;

/// <summary>
/// A board at every moment of its past: the activity log read once, against what is true today. Of each card and column it
/// keeps when which value changed; a board at a moment is looked up in these, and costs the board's cards and not its age.
/// Where the log does not say, what is true today holds (docs/decisions/the-past-is-looked-up.md). A pure fold: the same
/// entries in the same order give the same past, whether they come one at a time or all at once. Not thread-safe.
/// </summary>
public sealed partial class BoardHistory
{
    private readonly List<HistoryMoment> _moments = [];
    private readonly List<HistoryStep> _steps = [];
    private readonly Dictionary<Guid, CardPast> _cards = [];
    private readonly Dictionary<Guid, ColumnPast> _columns = [];
    private readonly Course<string> _name = new();
    private readonly DateTime _begin;
    private BoardSnapshot _now;
    private ImmutableDictionary<Guid, PersonSnapshot> _people;
    private int _generation;

    /// <summary>A past without entries yet.</summary>
    /// <param name="now">The board as it is.</param>
    /// <param name="start">What cannot be seen on it.</param>
    public BoardHistory(BoardSnapshot now, HistoryStart start)
    {
        (_now, _people, _begin) = (now, now.People, start.Begin);
        foreach (var column in start.Columns)
        {
            ColumnOf(column.Id).Know(column, stands: false);
        }

        foreach (var (card, stands) in start.Cards)
        {
            CardOf(card.Id).Know(card, stands, _generation);
        }

        foreach (var id in start.LeftCards)
        {
            CardOf(id).IsKept = true;
        }

        _people = _people.AddRange(
            start.People.Where(p => !_people.ContainsKey(p.Id)).Select(p => KeyValuePair.Create(p.Id, p))
        );
        Show(now);
    }

    /// <summary>The moments at which something changed, in order.</summary>
    public IReadOnlyList<HistoryMoment> Moments => _moments;

    /// <summary>Number of the last moment; -1 when there is none.</summary>
    public int Last => _moments.Count - 1;

    /// <summary>When the board's past begins, UTC.</summary>
    public DateTime Begin => _moments.Count > 0 && _moments[0].At < _begin ? _moments[0].At : _begin;

    /// <summary>The board as it is, by the last <see cref="Update"/>.</summary>
    public BoardSnapshot Now => _now;

    /// <summary>Number of the last moment that was not after a time; -1 when there is none.</summary>
    /// <param name="at">UTC.</param>
    public int MomentAt(DateTime at)
    {
        var (low, high) = (0, _moments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _moments[middle].At <= at ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    /// <summary>Reads the log of the past, before anything is followed live.</summary>
    /// <param name="entries">In the board's one order.</param>
    public void Read(IEnumerable<ActivityEntry> entries)
    {
        Take(entries, isLive: false);
        foreach (var card in _cards.Values)
        {
            card.CountBack();
        }
    }

    /// <summary>Takes in what was done since, and the board as it is after it.</summary>
    /// <param name="entries">In the board's one order.</param>
    /// <param name="now">The board.</param>
    public void Update(IEnumerable<ActivityEntry> entries, BoardSnapshot now)
    {
        Take(entries, isLive: true);
        Show(now);
    }

    private void Take(IEnumerable<ActivityEntry> entries, bool isLive)
    {
        foreach (var entry in entries)
        {
            Apply(entry, MomentOf(entry), isLive);
        }
    }

    private int MomentOf(ActivityEntry entry)
    {
        var last = _moments.Count > 0 ? _moments[^1] : new HistoryMoment(DateTime.MinValue, -1);
        var moment = new HistoryMoment(entry.At < last.At ? last.At : entry.At, entry.Version);
        if (moment != last)
        {
            _moments.Add(moment);
        }

        return _moments.Count - 1;
    }

    private void Apply(ActivityEntry entry, int moment, bool isLive)
    {
        _steps.Add(new HistoryStep(moment, entry.Kind, entry.ActorId, entry.CardId, entry.FromColumnId));
        if (entry.CardId is { } cardId)
        {
            var card = CardOf(cardId);
            card.Apply(entry, moment, SubjectOf(entry));
            // Made and put away between two looks: it was never seen, and is there all the same.
            card.IsKept |= isLive;
            Use(entry.ColumnId, moment);
            Use(entry.FromColumnId, moment);
        }
        else if (entry.ColumnId is { } columnId)
        {
            ColumnOf(columnId).Apply(entry, moment);
        }
        else if (entry is { Kind: ActivityKind.BoardRenamed, Before: { } before, After: { } after })
        {
            _name.Note(moment, before, after);
        }
    }

    private void Use(Guid? columnId, int moment)
    {
        if (columnId is { } id)
        {
            ColumnOf(id).Use(moment);
        }
    }

    /// <summary>Older entries, and those of an import, name a label or a person in words only; a name that two have says nothing.</summary>
    private Guid? SubjectOf(ActivityEntry entry) =>
        entry.SubjectId
        ?? entry.Kind switch
        {
            ActivityKind.CardLabelled or ActivityKind.CardUnlabelled => Only(
                _now.Labels.Values.Where(l => l.Name == entry.After).Select(l => l.Id)
            ),
            ActivityKind.CardAssigned or ActivityKind.CardUnassigned => Only(
                _people.Values.Where(p => p.Name == entry.After).Select(p => p.Id)
            ),
            _ => null,
        };

    private static Guid? Only(IEnumerable<Guid> ids) => ids.Take(2).ToList() is [var only] ? only : null;

    /// <summary>Takes over the facts of today.</summary>
    private void Show(BoardSnapshot now)
    {
        _generation++;
        foreach (var column in _now.Columns.Where(c => now.FindColumn(c.Id) is null))
        {
            ColumnOf(column.Id).Know(column, stands: false);
        }

        foreach (var column in now.Columns)
        {
            ColumnOf(column.Id).Know(column, stands: true);
        }

        if (!ReferenceEquals(now.Cards, _now.Cards) || _generation == 1)
        {
            foreach (var (id, card) in now.Cards)
            {
                CardOf(id).Know(card, stands: true, _generation);
            }
        }

        if (!ReferenceEquals(now.People, _now.People))
        {
            _people = _people.SetItems(now.People);
        }

        _now = now;
    }

    private CardPast CardOf(Guid id) => _cards.TryGetValue(id, out var card) ? card : _cards[id] = new CardPast(id);

    private ColumnPast ColumnOf(Guid id) =>
        _columns.TryGetValue(id, out var column) ? column : _columns[id] = new ColumnPast(id);
}
