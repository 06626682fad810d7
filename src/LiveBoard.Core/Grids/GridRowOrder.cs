using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Grids;

/// <summary>
/// Makes rows of cards and says which comes first. A total order: a row is found again by halves from nothing but its
/// card. Pure.
/// </summary>
internal sealed class GridRowOrder : IComparer<GridRow>
{
    private readonly BoardSnapshot _board;
    private readonly TimeZoneInfo _zone;
    private readonly CellColumn? _group;
    private readonly GridColumn[] _shown;
    private readonly List<CellColumn> _cells = [];
    private readonly List<bool> _descending = [];
    private readonly Dictionary<Guid, int> _columns = [];

    public GridRowOrder(BoardSnapshot board, GridSetup setup, TimeZoneInfo zone)
    {
        _zone = zone;
        _group = setup.Group;
        _board = board;
        _shown = [.. GridColumns.Shown(board, setup)];
        if (setup.Group is { } group)
        {
            // Grouping by what is also sorted by turns the groups round.
            Add(group, setup.Sorts.Any(s => s.Cell == group && s.IsDescending));
        }

        foreach (var sort in setup.Sorts)
        {
            Add(sort.Cell, sort.IsDescending);
        }

        for (var i = 0; i < board.Columns.Length; i++)
        {
            _columns[board.Columns[i].Id] = i;
        }
    }

    public GridRow RowOf(CardSnapshot card) =>
        new(
            card,
            _columns.GetValueOrDefault(card.ColumnId, int.MaxValue),
            KeysOf(card),
            [.. _shown.Select(column => GridKey.AmountOf(card, column.Cell, _board))]
        );

    /// <summary>True when rows made for the one board are right for the other, too.</summary>
    public bool Holds(BoardSnapshot other)
    {
        if (!ReferenceEquals(_board.Fields, other.Fields) || _board.Columns.Length != other.Columns.Length)
        {
            return false;
        }

        for (var i = 0; i < other.Columns.Length; i++)
        {
            if (_board.Columns[i].Id != other.Columns[i].Id || _board.Columns[i].Name != other.Columns[i].Name)
            {
                return false;
            }
        }

        return (ReferenceEquals(_board.Labels, other.Labels) || !Uses(CellKind.Labels))
            && (ReferenceEquals(_board.People, other.People) || !(Uses(CellKind.Assignees) || Uses(CellKind.Field)));
    }

    /// <inheritdoc />
    public int Compare(GridRow? x, GridRow? y)
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            if (x!.Keys[i].CompareTo(y!.Keys[i], _descending[i]) is var order and not 0)
            {
                return order;
            }
        }

        var place = x!.ColumnIndex.CompareTo(y!.ColumnIndex);
        place = place != 0 ? place : string.CompareOrdinal(x.Card.Position, y.Card.Position);
        return place != 0 ? place : x.Card.Id.CompareTo(y.Card.Id);
    }

    private ImmutableArray<GridKey> KeysOf(CardSnapshot card)
    {
        var keys = ImmutableArray.CreateBuilder<GridKey>(_cells.Count);
        for (var i = 0; i < _cells.Count; i++)
        {
            keys.Add(
                i == 0 && _group is { } group
                    ? GridKey.GroupOf(card, group, _board, _zone)
                    : GridKey.Of(card, _cells[i], _board, _zone)
            );
        }

        return keys.MoveToImmutable();
    }

    private void Add(CellColumn cell, bool isDescending)
    {
        _cells.Add(cell);
        _descending.Add(isDescending);
    }

    private bool Uses(CellKind kind) => _cells.Any(c => c.Kind == kind);
}
