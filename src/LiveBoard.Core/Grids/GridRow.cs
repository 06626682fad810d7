using System.Collections.Immutable;
using System.Globalization;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Grids;

/// <summary>A card as a row.</summary>
/// <param name="Card">The card.</param>
/// <param name="ColumnIndex">Where its column stands on the board.</param>
/// <param name="Keys">What it is ordered by: the group first, then the sorts.</param>
/// <param name="Amounts">What it adds to the totals, by shown column.</param>
public sealed record GridRow(
    CardSnapshot Card,
    int ColumnIndex,
    ImmutableArray<GridKey> Keys,
    ImmutableArray<decimal?> Amounts
);

/// <summary>Rows whose cells of the grouping column say the same.</summary>
/// <param name="Key">What they say.</param>
/// <param name="FirstLine">The line of the group's head.</param>
/// <param name="FirstRow">Index of the first of its rows.</param>
/// <param name="IsClosed">True when only the head is shown.</param>
/// <param name="Totals">The sums of its rows.</param>
public sealed record GridGroup(GridKey Key, int FirstLine, int FirstRow, bool IsClosed, GridTotals Totals)
{
    /// <summary>What tells it from the other groups of its table.</summary>
    public string Name => Key.IsEmpty ? "" : string.Create(CultureInfo.InvariantCulture, $"{Key.Number} {Key.Text}");

    internal int EndLine => FirstLine + 1 + (IsClosed ? 0 : Totals.Count);
}

/// <summary>What comes of adding rows up.</summary>
/// <param name="Count">Number of rows.</param>
/// <param name="Sums">By shown column; null where nothing can be added.</param>
public sealed record GridTotals(int Count, ImmutableArray<decimal?> Sums);

/// <summary>What stands in one line of a table: the head of a group, or a row.</summary>
/// <param name="Group">The group; null for a row.</param>
/// <param name="Row">The row; null for a group.</param>
public readonly record struct GridLine(GridGroup? Group, GridRow? Row);
