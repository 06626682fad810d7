using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Grids;

/// <summary>Which columns the table of a board can have, and which it has when nobody chose. Pure.</summary>
public static class GridColumns
{
    /// <summary>Narrowest column, px.</summary>
    public const int MinWidth = 60;

    /// <summary>Widest column, px.</summary>
    public const int MaxWidth = 900;

    private static readonly CellKind[] AtFirst =
    [
        CellKind.Title,
        CellKind.Column,
        CellKind.Assignees,
        CellKind.Labels,
        CellKind.Due,
    ];

    /// <summary>Every column there can be: what all cards have, then the board's fields in order.</summary>
    public static ImmutableArray<CellColumn> All(BoardSnapshot board) =>
        [
            .. AtFirst
                .Concat([CellKind.Start, CellKind.Done, CellKind.Description])
                .Select(kind => new CellColumn(kind))
                .Concat(FieldsOf(board)),
        ];

    /// <summary>The columns when nobody chose any.</summary>
    public static ImmutableArray<GridColumn> Default(BoardSnapshot board) =>
        [
            .. AtFirst
                .Select(kind => new CellColumn(kind))
                .Concat(FieldsOf(board))
                .Select(cell => new GridColumn(cell, WidthOf(cell))),
        ];

    /// <summary>The columns that are shown; those of fields that were taken away are left out.</summary>
    public static ImmutableArray<GridColumn> Shown(BoardSnapshot board, GridSetup setup) =>
        setup.Columns.IsEmpty ? Default(board) : [.. setup.Columns.Where(c => IsThere(board, c.Cell))];

    /// <summary>True when the board has such cells.</summary>
    public static bool IsThere(BoardSnapshot board, CellColumn cell) =>
        cell.FieldId is not { } id || board.Fields.ContainsKey(id);

    /// <summary>How wide a column is when nobody has made it wider or narrower, px.</summary>
    public static int WidthOf(CellColumn cell) =>
        cell.Kind switch
        {
            CellKind.Title => 320,
            CellKind.Description => 280,
            CellKind.Labels or CellKind.Assignees => 180,
            CellKind.Done => 80,
            _ => 140,
        };

    private static IEnumerable<CellColumn> FieldsOf(BoardSnapshot board) =>
        board
            .Fields.Values.OrderBy(f => f.Position, StringComparer.Ordinal)
            .ThenBy(f => f.Id)
            .Select(f => new CellColumn(CellKind.Field, f.Id));
}
