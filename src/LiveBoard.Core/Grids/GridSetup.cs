using System.Collections.Immutable;
using System.Runtime.InteropServices;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Grids;

/// <summary>How somebody wants a board as a table: which columns, how wide, in which order and groups. Immutable.</summary>
/// <param name="Columns">The columns shown, in order; empty for those of <see cref="GridColumns.Default"/>.</param>
/// <param name="Sorts">What the rows are ordered by, the first first; the board's own order decides the rest.</param>
/// <param name="Group">What the rows are grouped by; null for no groups.</param>
/// <param name="FrozenCount">So many columns at the left stay in sight.</param>
public sealed record GridSetup(
    ImmutableArray<GridColumn> Columns,
    ImmutableArray<GridSort> Sorts,
    CellColumn? Group,
    int FrozenCount
)
{
    /// <summary>Nobody has wished for anything.</summary>
    public static readonly GridSetup Default = new([], [], null, 1);

    /// <inheritdoc />
    public bool Equals(GridSetup? other) =>
        other is not null
        && Columns.SequenceEqual(other.Columns)
        && Sorts.SequenceEqual(other.Sorts)
        && Group == other.Group
        && FrozenCount == other.FrozenCount;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Columns.Length, Sorts.Length, Group, FrozenCount);
}

/// <summary>A column of a table.</summary>
/// <param name="Cell">What its cells hold.</param>
/// <param name="Width">How wide it is, px.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GridColumn(CellColumn Cell, int Width);

/// <summary>What rows are ordered by.</summary>
/// <param name="Cell">The cells that are compared; empty ones come last either way.</param>
/// <param name="IsDescending">True for the greatest first.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GridSort(CellColumn Cell, bool IsDescending);
