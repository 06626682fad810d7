using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Live.History;

/// <summary>Looking a board up.</summary>
public sealed partial class BoardHistory
{
    /// <summary>The board as it was after a moment.</summary>
    /// <param name="moment">Number of the moment; -1 for the time before the first.</param>
    /// <param name="near">
    /// What the viewer sees now: what is the same is shared with it, and of near moments only what happened in between is
    /// looked up. Null when there is nothing.
    /// </param>
    public PastBoard At(int moment, PastBoard? near = null)
    {
        var columns = _columns.Values.Select(c => c.At(moment)).OfType<ColumnSnapshot>().ToDictionary(c => c.Id);
        var cards = near?.Board.Cards.ToBuilder() ?? ImmutableDictionary.CreateBuilder<Guid, CardSnapshot>();
        var touched = new HashSet<Guid>();
        foreach (var card in Concerned(near, moment, columns))
        {
            var before = cards.GetValueOrDefault(card.CardId);
            var after = card.At(moment) is { } standing && columns.ContainsKey(standing.ColumnId) ? standing : null;
            if (before is not null)
            {
                touched.Add(before.ColumnId);
                cards.Remove(card.CardId);
            }

            if (after is not null)
            {
                touched.Add(after.ColumnId);
                cards[card.CardId] = after;
            }
        }

        var board = _now with
        {
            Header = HeaderAt(moment),
            Version = moment < 0 ? 0 : _moments[moment].Version,
            Columns = Filled(columns, cards, near?.Board, touched),
            Cards = cards.ToImmutable(),
            People = _people,
        };
        return new PastBoard(moment, board) { Generation = _generation };
    }

    /// <summary>Who did what to which card between two moments, for a highlight; empty when it was too much to be told apart.</summary>
    /// <param name="after">Number of the earlier moment.</param>
    /// <param name="until">Number of the later one.</param>
    /// <param name="seenAt">When it is shown, UTC.</param>
    public ImmutableDictionary<Guid, CardTouch> Touches(int after, int until, DateTime seenAt)
    {
        var (first, end) = (StepsUntil(after), StepsUntil(until));
        var touches = ImmutableDictionary<Guid, CardTouch>.Empty;
        if (end - first > CardTouches.MaxPerChangeSet)
        {
            return touches;
        }

        foreach (var step in CollectionsMarshal.AsSpan(_steps)[first..Math.Max(first, end)])
        {
            if (step.CardId is { } cardId && step.Kind != ActivityKind.CardReordered)
            {
                var actor = step.ActorId is { } id ? _people.GetValueOrDefault(id) : null;
                var from = step.FromColumnId is { } column ? _columns[column].At(step.Moment)?.Name : null;
                touches = touches.SetItem(
                    cardId,
                    new CardTouch(actor, step.ActorId, step.Kind, from, _moments[step.Moment].Version, seenAt)
                );
            }
        }

        return touches;
    }

    private BoardHeader HeaderAt(int moment)
    {
        var name = Course<string>.Find(_name, moment, _now.Header.Name);
        return name == _now.Header.Name ? _now.Header : _now.Header with { Name = name };
    }

    /// <summary>The cards that may be others than those seen near.</summary>
    private IEnumerable<CardPast> Concerned(PastBoard? near, int moment, Dictionary<Guid, ColumnSnapshot> columns)
    {
        if (
            near is null
            || near.Board.Columns.Length != columns.Count
            || near.Board.Columns.Any(c => !columns.ContainsKey(c.Id))
        )
        {
            return _cards.Values;
        }

        var first = StepsUntil(Math.Min(near.Moment, moment));
        var end = StepsUntil(Math.Max(near.Moment, moment));
        var between = new HashSet<Guid>();
        foreach (var step in CollectionsMarshal.AsSpan(_steps)[first..end])
        {
            if (step.CardId is { } id)
            {
                between.Add(id);
            }
        }

        return near.Generation == _generation
            ? between.Select(id => _cards[id])
            : _cards.Values.Where(c => c.Generation > near.Generation || between.Contains(c.CardId));
    }

    /// <summary>The columns in their order with their cards; one that is the same as it was seen is the same object.</summary>
    private static ImmutableArray<ColumnSnapshot> Filled(
        Dictionary<Guid, ColumnSnapshot> columns,
        ImmutableDictionary<Guid, CardSnapshot>.Builder cards,
        BoardSnapshot? near,
        HashSet<Guid> touched
    )
    {
        var seen = near?.Columns.ToDictionary(c => c.Id) ?? [];
        var byColumn = touched.ToDictionary(id => id, _ => new List<CardSnapshot>());
        foreach (var card in touched.Count == 0 ? [] : cards.Values)
        {
            if (byColumn.TryGetValue(card.ColumnId, out var own))
            {
                own.Add(card);
            }
        }

        var filled = columns.Values.Select(column =>
        {
            var before = seen.GetValueOrDefault(column.Id);
            var own = byColumn.GetValueOrDefault(column.Id);
            own?.Sort(InOrder);
            ImmutableArray<CardSnapshot> inside = own is null ? before?.Cards ?? [] : [.. own];
            return before is not null && own is null && column with { Cards = before.Cards } == before
                ? before
                : column with
                {
                    Cards = inside,
                };
        });
        return [.. filled.OrderBy(c => c.Position, StringComparer.Ordinal).ThenBy(c => c.Id)];
    }

    /// <summary>Two cards may claim one place where the log does not tell the order of that time.</summary>
    private static int InOrder(CardSnapshot one, CardSnapshot other)
    {
        var order = string.CompareOrdinal(one.Position, other.Position);
        return order != 0 ? order : one.Id.CompareTo(other.Id);
    }

    /// <summary>How many steps there are until a moment is over.</summary>
    private int StepsUntil(int moment)
    {
        var (low, high) = (0, _steps.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _steps[middle].Moment <= moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
