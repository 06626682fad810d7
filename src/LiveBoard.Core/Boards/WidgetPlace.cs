using System.Runtime.InteropServices;

namespace LiveBoard.Core.Boards;

/// <summary>A rectangle of a dashboard's grid, in columns and rows from the top left.</summary>
/// <param name="X">First column, from 0.</param>
/// <param name="Y">First row, from 0.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WidgetPlace(int X, int Y, int Width, int Height)
{
    /// <summary>Columns of every dashboard's grid.</summary>
    public const int Columns = 12;

    /// <summary>Most rows of one widget.</summary>
    public const int MaxHeight = 12;

    /// <summary>Last row that a widget may begin in.</summary>
    public const int MaxY = 1000;

    /// <summary>First row below it.</summary>
    public int Bottom => Y + Height;

    /// <summary>True when it is a place that a widget may have.</summary>
    public bool IsInGrid => this == Fit();

    /// <summary>True when both cover a cell of the grid.</summary>
    public bool Overlaps(WidgetPlace other) =>
        X < other.X + other.Width && other.X < X + Width && Y < other.Bottom && other.Y < Bottom;

    /// <summary>The place in the grid that is nearest to it.</summary>
    public WidgetPlace Fit()
    {
        var width = Math.Clamp(Width, 1, Columns);
        return new WidgetPlace(
            Math.Clamp(X, 0, Columns - width),
            Math.Clamp(Y, 0, MaxY),
            width,
            Math.Clamp(Height, 1, MaxHeight)
        );
    }

    /// <summary>The same top left corner with this many more columns and rows, as far as the grid goes.</summary>
    public WidgetPlace ResizeBy(int columns, int rows) =>
        this with
        {
            Width = Math.Clamp(Width + columns, 1, Columns - X),
            Height = Math.Clamp(Height + rows, 1, MaxHeight),
        };
}
