using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Grids;

/// <summary>
/// A board as the lines of a table: filtered, ordered, grouped, added up. Follows the board by what changed: a changed card
/// is taken out where it was and put in where it belongs, the others are not looked at. Reads nothing but the snapshot.
/// Belongs to one viewer's page; not thread-safe.
/// </summary>
public sealed class GridView
{
    /// <summary>With more than this, sorting all anew is less work.</summary>
    private const int MostSteps = 400;

    private readonly Func<CardSnapshot, bool> _isWanted;
    private readonly TimeZoneInfo _zone;
    private readonly HashSet<string> _closed;
    private readonly List<GridRow> _rows = [];
    private readonly List<GridGroup> _groups = [];
    private GridRowOrder _order;

    /// <summary>The table of a board.</summary>
    /// <param name="board">The board.</param>
    /// <param name="setup">What is wanted.</param>
    /// <param name="zone">The instance's time zone.</param>
    /// <param name="isWanted">Which cards are wanted.</param>
    /// <param name="closed">Names of the groups that are closed.</param>
    public GridView(
        BoardSnapshot board,
        GridSetup setup,
        TimeZoneInfo zone,
        Func<CardSnapshot, bool> isWanted,
        IEnumerable<string>? closed = null
    )
    {
        Board = board;
        Setup = setup;
        _zone = zone;
        _isWanted = isWanted;
        _closed = new HashSet<string>(closed ?? [], StringComparer.Ordinal);
        _order = null!;
        Totals = null!;
        Rebuild();
    }

    /// <summary>The board as it is shown.</summary>
    public BoardSnapshot Board { get; private set; }

    /// <summary>What is wanted.</summary>
    public GridSetup Setup { get; }

    /// <summary>The columns shown.</summary>
    public ImmutableArray<GridColumn> Columns { get; private set; }

    /// <summary>The rows in order, those of closed groups included.</summary>
    public IReadOnlyList<GridRow> Rows => _rows;

    /// <summary>The groups in order; none when nothing is grouped.</summary>
    public IReadOnlyList<GridGroup> Groups => _groups;

    /// <summary>Names of the closed groups, also of such that have no rows now.</summary>
    public IReadOnlyCollection<string> Closed => _closed;

    /// <summary>The sums of all rows.</summary>
    public GridTotals Totals { get; private set; }

    /// <summary>Number of lines: heads of groups, and rows that are not in a closed one.</summary>
    public int LineCount => _groups.Count == 0 ? _rows.Count : _groups[^1].EndLine;

    /// <summary>What stands in a line.</summary>
    public GridLine this[int line]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(line);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, LineCount);
            if (_groups.Count == 0)
            {
                return new GridLine(null, _rows[line]);
            }

            var group = _groups[GroupBefore(g => g.FirstLine <= line)];
            return line == group.FirstLine
                ? new GridLine(group, null)
                : new GridLine(null, _rows[group.FirstRow + line - group.FirstLine - 1]);
        }
    }

    /// <summary>The line of a card; below zero when it is in none: filtered out, or in a closed group.</summary>
    public int LineOf(Guid cardId)
    {
        if (!Board.Cards.TryGetValue(cardId, out var card))
        {
            return -1;
        }

        var row = _rows.BinarySearch(_order.RowOf(card), _order);
        if (row < 0 || _groups.Count == 0)
        {
            return row;
        }

        var group = _groups[GroupBefore(g => g.FirstRow <= row)];
        return group.IsClosed ? -1 : group.FirstLine + 1 + row - group.FirstRow;
    }

    /// <summary>Shows the next snapshot of the board.</summary>
    public void Show(BoardSnapshot board)
    {
        var before = Board;
        Board = board;
        if (!_order.Holds(board))
        {
            Rebuild();
            return;
        }

        var (gone, come) = GridChanges.Between(before, board);
        if (gone.Count + come.Count > MostSteps)
        {
            Rebuild();
            return;
        }

        foreach (var row in gone.Select(_order.RowOf))
        {
            if (_rows.BinarySearch(row, _order) is var at and >= 0)
            {
                _rows.RemoveAt(at);
            }
        }

        foreach (var row in come.Where(_isWanted).Select(_order.RowOf))
        {
            if (_rows.BinarySearch(row, _order) is var at and < 0)
            {
                _rows.Insert(~at, row);
            }
        }

        if (gone.Count + come.Count > 0)
        {
            AddUp();
        }
    }

    /// <summary>Closes an open group, opens a closed one.</summary>
    public void Toggle(string group)
    {
        if (!_closed.Remove(group))
        {
            _closed.Add(group);
        }

        AddUp();
    }

    private void Rebuild()
    {
        _order = new GridRowOrder(Board, Setup, _zone);
        Columns = GridColumns.Shown(Board, Setup);
        _rows.Clear();
        _rows.AddRange(Board.Columns.SelectMany(c => c.Cards).Where(_isWanted).Select(_order.RowOf));
        _rows.Sort(_order);
        AddUp();
    }

    private void AddUp()
    {
        _groups.Clear();
        Totals = SumOf(0, _rows.Count);
        if (Setup.Group is null)
        {
            return;
        }

        var line = 0;
        for (int first = 0, end; first < _rows.Count; first = end)
        {
            var key = _rows[first].Keys[0];
            end = first + 1;
            while (end < _rows.Count && _rows[end].Keys[0] == key)
            {
                end++;
            }

            var group = new GridGroup(key, line, first, IsClosed: false, SumOf(first, end));
            group = group with { IsClosed = _closed.Contains(group.Name) };
            _groups.Add(group);
            line = group.EndLine;
        }
    }

    private GridTotals SumOf(int first, int end)
    {
        var sums = new decimal?[Columns.Length];
        for (var i = first; i < end; i++)
        {
            var amounts = _rows[i].Amounts;
            for (var column = 0; column < sums.Length; column++)
            {
                if (amounts[column] is { } amount)
                {
                    sums[column] = Sum(sums[column] ?? 0, amount);
                }
            }
        }

        return new GridTotals(end - first, [.. sums]);
    }

    /// <summary>Numbers go up to the largest there are: a sum that has no room stays at the end of them.</summary>
    private static decimal Sum(decimal sum, decimal amount) =>
        amount > 0 && sum > decimal.MaxValue - amount ? decimal.MaxValue
        : amount < 0 && sum < decimal.MinValue - amount ? decimal.MinValue
        : sum + amount;

    /// <summary>Index of the last group for which that is true.</summary>
    private int GroupBefore(Func<GridGroup, bool> isAtOrBefore)
    {
        var (low, high) = (0, _groups.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = isAtOrBefore(_groups[middle]) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
