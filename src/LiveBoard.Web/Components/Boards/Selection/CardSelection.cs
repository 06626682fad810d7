using LiveBoard.Core.Boards;

namespace LiveBoard.Web.Components.Boards.Selection;

/// <summary>
/// Which cards somebody has picked to change them together. Belongs to one page and is used on its circuit's dispatcher only.
/// </summary>
public sealed class CardSelection
{
    private HashSet<Guid> _ids = [];
    private HashSet<Guid> _beforeRange = [];
    private Guid? _anchor;

    /// <summary>Some cards are picked now that were not, or the other way round: these.</summary>
    public event Action<IReadOnlyCollection<Guid>>? Changed;

    public int Count => _ids.Count;

    public bool Contains(Guid cardId) => _ids.Contains(cardId);

    /// <summary>Picks a card, or lets it go; a range begins at it.</summary>
    public void Toggle(Guid cardId)
    {
        var ids = _ids.ToHashSet();
        if (!ids.Add(cardId))
        {
            ids.Remove(cardId);
        }

        (_anchor, _beforeRange) = (cardId, ids);
        Become(ids);
    }

    /// <summary>Picks all from where the range begins to a card, in place of the range that was.</summary>
    /// <param name="cardId">The end of the range.</param>
    /// <param name="fromId">Where a range begins when none has begun.</param>
    /// <param name="visible">The cards in the order in which they are shown.</param>
    public void ExtendTo(Guid cardId, Guid fromId, IReadOnlyList<Guid> visible)
    {
        if (_anchor is not { } begun || IndexOf(visible, begun) < 0)
        {
            (_anchor, _beforeRange) = (fromId, _ids);
        }

        var (from, to) = (IndexOf(visible, _anchor!.Value), IndexOf(visible, cardId));
        if (from >= 0 && to >= 0)
        {
            var range = visible.Skip(Math.Min(from, to)).Take(Math.Abs(to - from) + 1);
            Become([.. _beforeRange, .. range]);
        }
    }

    /// <summary>Picks exactly these.</summary>
    public void Set(IEnumerable<Guid> cardIds)
    {
        (_anchor, _beforeRange) = (null, []);
        Become([.. cardIds]);
    }

    /// <summary>Lets all go.</summary>
    public void Clear() => Set([]);

    /// <summary>Lets those go that are not there any more, or not to be seen.</summary>
    public void Keep(Func<Guid, bool> isThere)
    {
        if (_ids.Count > 0)
        {
            _beforeRange = [.. _beforeRange.Where(isThere)];
            Become([.. _ids.Where(isThere)]);
        }
    }

    /// <summary>The picked cards in the order in which they stand on the board.</summary>
    public IReadOnlyList<CardSnapshot> In(BoardSnapshot board) =>
        _ids.Count == 0 ? [] : [.. board.Columns.SelectMany(c => c.Cards).Where(c => _ids.Contains(c.Id))];

    private void Become(HashSet<Guid> ids)
    {
        var changed = ids.Except(_ids).Concat(_ids.Except(ids)).ToList();
        _ids = ids;
        if (changed.Count > 0)
        {
            Changed?.Invoke(changed);
        }
    }

    private static int IndexOf(IReadOnlyList<Guid> ids, Guid id)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i] == id)
            {
                return i;
            }
        }

        return -1;
    }
}
