using System.Collections.Immutable;
using System.Globalization;
using LiveBoard.Core.Commands.Cells;

namespace LiveBoard.Core.Grids;

/// <summary>
/// The wishes about a table in an address: <c>cols=title:320,due:140&amp;sort=due-,title&amp;group=column&amp;freeze=1</c>. What
/// it does not understand is no wish. Pure.
/// </summary>
public static class GridNotation
{
    /// <summary>Name of the columns in an address.</summary>
    public const string Columns = "cols";

    /// <summary>Name of the order in an address.</summary>
    public const string Sorts = "sort";

    /// <summary>Name of the groups in an address.</summary>
    public const string Group = "group";

    /// <summary>Name of the number of frozen columns in an address.</summary>
    public const string Frozen = "freeze";

    private const string FieldPrefix = "f-";

    /// <summary>Reads wishes.</summary>
    /// <param name="valueOf">The value of a name in the address; empty for none.</param>
    public static GridSetup Read(Func<string, string> valueOf) =>
        new(
            [.. Parts(valueOf(Columns)).Select(ColumnOf).OfType<GridColumn>().DistinctBy(c => c.Cell)],
            [.. Parts(valueOf(Sorts)).Select(SortOf).OfType<GridSort>().DistinctBy(s => s.Cell)],
            CellOf(valueOf(Group)),
            int.TryParse(valueOf(Frozen), CultureInfo.InvariantCulture, out var count)
                ? Math.Clamp(count, 0, 3)
                : GridSetup.Default.FrozenCount
        );

    /// <summary>Writes wishes: name and value, null for what nobody wished.</summary>
    public static IReadOnlyDictionary<string, string?> Write(GridSetup setup) =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Columns] = NullIfEmpty(string.Join(',', setup.Columns.Select(c => Inv($"{Of(c.Cell)}:{c.Width}")))),
            [Sorts] = NullIfEmpty(string.Join(',', setup.Sorts.Select(s => Of(s.Cell) + (s.IsDescending ? "-" : "")))),
            [Group] = setup.Group is { } group ? Of(group) : null,
            [Frozen] = setup.FrozenCount == GridSetup.Default.FrozenCount ? null : Inv($"{setup.FrozenCount}"),
        };

    /// <summary>A column of cells in a word: <c>due</c>, or <c>f-</c> and the id of a field.</summary>
    public static string Of(CellColumn cell) =>
        cell.FieldId is { } id ? $"{FieldPrefix}{id:N}" : cell.Kind.ToString().ToLowerInvariant();

    /// <summary>The column of cells that a word means; null for none.</summary>
    public static CellColumn? CellOf(string word)
    {
        if (word.StartsWith(FieldPrefix, StringComparison.Ordinal))
        {
            return Guid.TryParseExact(word.AsSpan(FieldPrefix.Length), "N", out var id)
                ? new CellColumn(CellKind.Field, id)
                : null;
        }

        foreach (var kind in Enum.GetValues<CellKind>())
        {
            if (kind != CellKind.Field && word.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return new CellColumn(kind);
            }
        }

        return null;
    }

    private static GridColumn? ColumnOf(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        if (CellOf(colon < 0 ? part : part[..colon]) is not { } cell)
        {
            return null;
        }

        var isWide = int.TryParse(colon < 0 ? "" : part[(colon + 1)..], CultureInfo.InvariantCulture, out var width);
        return new GridColumn(
            cell,
            isWide ? Math.Clamp(width, GridColumns.MinWidth, GridColumns.MaxWidth) : GridColumns.WidthOf(cell)
        );
    }

    private static GridSort? SortOf(string part)
    {
        var isDescending = part.EndsWith('-');
        return CellOf(isDescending ? part[..^1] : part) is { } cell ? new GridSort(cell, isDescending) : null;
    }

    private static ImmutableArray<string> Parts(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries)];

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
