using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>
/// Finds order keys for many cards of some columns. A key that a card leaves counts as taken, like those of put-away cards:
/// no two rows collide while they are written.
/// </summary>
internal sealed class ColumnKeys
{
    private readonly Dictionary<Guid, SortedList<string, Guid>> _columns = [];
    private readonly Dictionary<Guid, string> _keys = [];
    private readonly HashSet<Guid> _respread = [];

    private ColumnKeys() { }

    public static async Task<ColumnKeys> ReadAsync(
        BoardCommandContext context,
        IReadOnlyList<Guid> columnIds,
        CancellationToken cancellationToken
    )
    {
        var keys = new ColumnKeys();
        foreach (var id in columnIds)
        {
            keys._columns.Add(id, new SortedList<string, Guid>(StringComparer.Ordinal));
        }

        var rows = await context
            .Db.Cards.Where(c => EF.Parameter(columnIds).Contains(c.ColumnId))
            .Select(c => new
            {
                c.Id,
                c.ColumnId,
                c.Position,
            })
            .ToListAsync(cancellationToken);
        // In order: a sorted list takes what comes last without moving anything.
        foreach (var row in rows.OrderBy(r => r.Position, StringComparer.Ordinal))
        {
            keys.Take(row.ColumnId, row.Id, row.Position);
        }

        return keys;
    }

    /// <summary>All cards of the column, in order.</summary>
    public IEnumerable<Guid> In(Guid columnId) =>
        _columns[columnId].Where(pair => _keys[pair.Value] == pair.Key).Select(pair => pair.Value);

    /// <summary>Places for cards, in their order: behind one card, else before another, else at the end.</summary>
    public IReadOnlyList<CardPlace> Place(
        Guid columnId,
        IReadOnlyCollection<Guid> moving,
        Guid? afterCardId = null,
        Guid? beforeCardId = null
    )
    {
        if (moving.Count == 0)
        {
            return [];
        }

        var found = Fill(columnId, moving.Count, afterCardId, beforeCardId).ToList();
        if (found.Exists(key => key.Length > CardPosition.MaxLength))
        {
            Respread(columnId);
            found = [.. Fill(columnId, moving.Count, afterCardId, beforeCardId)];
        }

        foreach (var (id, key) in moving.Zip(found))
        {
            Take(columnId, id, key);
        }

        return found.ConvertAll(key => new CardPlace(columnId, key));
    }

    /// <summary>The place that a card had before, or right behind the card that took it since.</summary>
    public CardPlace Reuse(CardPlace place, Guid cardId)
    {
        if (_columns[place.ColumnId].TryGetValue(place.Position, out var holder))
        {
            return holder == cardId ? place : Place(place.ColumnId, [cardId], holder)[0];
        }

        Take(place.ColumnId, cardId, place.Position);
        return place;
    }

    /// <summary>Writes the keys of cards that had to make room.</summary>
    public async Task ApplyRespreadAsync(BoardCommandContext context, CancellationToken cancellationToken)
    {
        var cards = await CardBatch.ReadAsync(context, [.. _respread], cancellationToken);
        foreach (var card in cards.Values)
        {
            card.Position = _keys[card.Id];
        }
    }

    private void Take(Guid columnId, Guid cardId, string key)
    {
        _columns[columnId][key] = cardId;
        _keys[cardId] = key;
    }

    private IEnumerable<string> Fill(Guid columnId, int count, Guid? afterCardId, Guid? beforeCardId)
    {
        var keys = _columns[columnId].Keys;
        if (KeyOf(columnId, afterCardId) is { } low)
        {
            var next = _columns[columnId].IndexOfKey(low) + 1;
            return Fill(low, next < keys.Count ? keys[next] : null, count);
        }

        if (KeyOf(columnId, beforeCardId) is { } high)
        {
            var index = _columns[columnId].IndexOfKey(high);
            return Fill(index > 0 ? keys[index - 1] : null, high, count);
        }

        return Fill(keys.Count > 0 ? keys[^1] : null, null, count);
    }

    private string? KeyOf(Guid columnId, Guid? cardId) =>
        cardId is { } id
        && _keys.TryGetValue(id, out var key)
        && _columns[columnId].TryGetValue(key, out var holder)
        && holder == id
            ? key
            : null;

    /// <summary>Keys in between, by halves: one after the other they would grow with their number.</summary>
    private static IEnumerable<string> Fill(string? low, string? high, int count)
    {
        if (count == 0)
        {
            return [];
        }

        if (high is null)
        {
            var keys = new List<string>(count);
            for (var i = 0; i < count; i++)
            {
                keys.Add(low = CardPosition.Between(low, null));
            }

            return keys;
        }

        var middle = CardPosition.Between(low, high);
        return [.. Fill(low, middle, (count - 1) / 2), middle, .. Fill(middle, high, count - 1 - ((count - 1) / 2))];
    }

    /// <summary>Gives all cards of the column fresh keys beyond the last one.</summary>
    private void Respread(Guid columnId)
    {
        var inOrder = In(columnId).ToList();
        var last = _columns[columnId].Keys[^1];
        foreach (var id in inOrder)
        {
            last = CardPosition.Between(last, null);
            Take(columnId, id, last);
            _respread.Add(id);
        }
    }
}
