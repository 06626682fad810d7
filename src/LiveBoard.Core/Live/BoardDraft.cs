using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live;

/// <summary>A snapshot while one change set is applied to it: columns that are touched are opened up once, whatever the number of events.</summary>
internal sealed class BoardDraft(BoardSnapshot before)
{
    private readonly Dictionary<Guid, List<CardSnapshot>> _opened = [];
    private readonly Dictionary<Guid, ColumnSnapshot> _columns = before.Columns.ToDictionary(c => c.Id);
    private readonly ImmutableDictionary<Guid, CardSnapshot>.Builder _cards = before.Cards.ToBuilder();
    private bool _areColumnsChanged;
    private bool _maySomebodyBeGone;

    public BoardHeader Header { get; set; } = before.Header;

    public ImmutableDictionary<Guid, LabelSnapshot>.Builder Labels { get; } = before.Labels.ToBuilder();

    public ImmutableDictionary<Guid, FieldSnapshot>.Builder Fields { get; } = before.Fields.ToBuilder();

    public ImmutableDictionary<Guid, WidgetSnapshot>.Builder Widgets { get; } = before.Widgets.ToBuilder();

    public ImmutableDictionary<Guid, PersonSnapshot>.Builder People { get; } = before.People.ToBuilder();

    public void Put(ColumnSnapshot column)
    {
        _columns[column.Id] = column with { Cards = _columns.GetValueOrDefault(column.Id)?.Cards ?? [] };
        _areColumnsChanged = true;
    }

    public void RemoveColumn(Guid id)
    {
        if (!_columns.ContainsKey(id))
        {
            return;
        }

        foreach (var card in Open(id))
        {
            _cards.Remove(card.Id);
        }

        _opened.Remove(id);
        _columns.Remove(id);
        _areColumnsChanged = true;
        _maySomebodyBeGone = true;
    }

    public void Put(CardSnapshot card)
    {
        if (_cards.TryGetValue(card.Id, out var known))
        {
            var from = Open(known.ColumnId);
            var index = PlaceOf(from, known.Position);
            // While cards change places, two have the same one for a moment.
            if (index < 0 || from[index].Id != card.Id)
            {
                index = from.FindIndex(c => c.Id == card.Id);
            }

            if (known.ColumnId == card.ColumnId && known.Position == card.Position)
            {
                from[index] = card;
            }
            else
            {
                from.RemoveAt(index);
                Insert(card);
            }

            _maySomebodyBeGone |= !known.PeopleIds.SequenceEqual(card.PeopleIds);
        }
        else
        {
            Insert(card);
        }

        // A card in a column that is put away does not stand on the board.
        if (_columns.ContainsKey(card.ColumnId))
        {
            _cards[card.Id] = card;
        }
        else
        {
            _cards.Remove(card.Id);
        }
    }

    public void RemoveCard(Guid id)
    {
        if (_cards.TryGetValue(id, out var known))
        {
            Open(known.ColumnId).RemoveAll(c => c.Id == id);
            _cards.Remove(id);
            _maySomebodyBeGone = true;
        }
    }

    public BoardSnapshot ToSnapshot(long version)
    {
        foreach (var (id, cards) in _opened)
        {
            _columns[id] = _columns[id] with { Cards = [.. cards] };
        }

        var columns = before.Columns;
        if (_areColumnsChanged)
        {
            columns = [.. _columns.Values.OrderBy(c => c.Position, StringComparer.Ordinal)];
        }
        else if (_opened.Count > 0)
        {
            columns = [.. before.Columns.Select(c => _columns[c.Id])];
        }

        return before with
        {
            Header = Header,
            Version = version,
            Columns = columns,
            Cards = _cards.ToImmutable(),
            Labels = Labels.ToImmutable(),
            People = WithoutStrangers(),
            Fields = Fields.ToImmutable(),
            Widgets = Widgets.ToImmutable(),
        };
    }

    private List<CardSnapshot> Open(Guid columnId)
    {
        if (!_opened.TryGetValue(columnId, out var cards))
        {
            cards = [.. _columns[columnId].Cards];
            _opened.Add(columnId, cards);
        }

        return cards;
    }

    private void Insert(CardSnapshot card)
    {
        if (!_columns.ContainsKey(card.ColumnId))
        {
            _maySomebodyBeGone = true;
            return;
        }

        var cards = Open(card.ColumnId);
        var index = PlaceOf(cards, card.Position);
        cards.Insert(index < 0 ? ~index : index, card);
    }

    /// <summary>By halves: an import brings thousands of cards at once. The complement of where it would be if it is not there.</summary>
    private static int PlaceOf(List<CardSnapshot> cards, string position)
    {
        var (low, high) = (0, cards.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(cards[middle].Position, position);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    /// <summary>People are on the board as long as a card refers to them.</summary>
    private ImmutableDictionary<Guid, PersonSnapshot> WithoutStrangers()
    {
        if (_maySomebodyBeGone)
        {
            var named = _cards.Values.SelectMany(c => c.PeopleIds).ToHashSet();
            People.RemoveRange(People.Keys.Where(id => !named.Contains(id)).ToList());
        }

        return People.ToImmutable();
    }
}
