using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Grids;

namespace LiveBoard.Web.Components.Boards.Grid;

/// <summary>How the columns of a table are laid out; made when they change, not with each row.</summary>
internal sealed class GridFace
{
    private readonly string[] _styles;

    public GridFace(GridView view)
    {
        Columns = view.Columns;
        Frozen = Math.Min(view.Setup.FrozenCount, Columns.Length);
        _styles = [.. Columns.Select((c, i) => (i < Frozen ? $" fz f{i}" : "") + AlignOf(c.Cell, view.Board))];
        Key = string.Join(',', Columns.Select((c, i) => GridNotation.Of(c.Cell) + _styles[i]));
        Style = StyleOf();
    }

    public ImmutableArray<GridColumn> Columns { get; }

    public int Frozen { get; }

    /// <summary>Rows with the same key have the same cells.</summary>
    public string Key { get; }

    /// <summary>The widths, for the table's own style.</summary>
    public string Style { get; }

    /// <summary>Classes of the cells of a column, after their own.</summary>
    public string StyleOf(int column) => _styles[column];

    private static string AlignOf(CellColumn cell, BoardSnapshot board) =>
        GridWords.EditorOf(cell, board) switch
        {
            "number" => " num",
            "check" => " mid",
            _ => "",
        };

    private string StyleOf()
    {
        var style = new StringBuilder();
        for (var i = 0; i < Columns.Length; i++)
        {
            style.Append(CultureInfo.InvariantCulture, $"--w{i}:{Columns[i].Width}px;");
        }

        // A phone has no room for the whole of a wide first column that stays.
        style.Append("--cols:var(--head-w) min(var(--w0),var(--w0-max))");
        for (var i = 1; i < Columns.Length; i++)
        {
            style.Append(CultureInfo.InvariantCulture, $" var(--w{i})");
        }

        style.Append(";--l0:var(--head-w)");
        for (var i = 1; i < Frozen; i++)
        {
            style.Append(CultureInfo.InvariantCulture, $";--l{i}:calc(var(--l{i - 1}) + var(--w{i - 1}))");
        }

        return style.ToString();
    }
}
