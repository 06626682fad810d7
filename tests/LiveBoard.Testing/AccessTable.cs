namespace LiveBoard.Testing;

/// <summary>One table of docs/access.md, which tests are made from.</summary>
public sealed class AccessTable
{
    private static readonly Lazy<string[]> Page = new(() =>
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "access.md"))
    );

    private readonly string[] _columns;

    private AccessTable(string[] columns, IReadOnlyList<AccessRow> rows)
    {
        _columns = columns;
        Rows = rows;
    }

    /// <summary>The rows, in their order.</summary>
    public IReadOnlyList<AccessRow> Rows { get; }

    /// <summary>What the rows are about, in the order of the alphabet, twice where there are two.</summary>
    public IEnumerable<string> Names => Rows.Select(r => r.Name).Order(StringComparer.Ordinal);

    /// <summary>The table under this heading.</summary>
    public static AccessTable Under(string heading)
    {
        var lines = Page
            .Value.SkipWhile(line => line != $"## {heading}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Select(CellsOf)
            .ToList();
        return lines is [var columns, _, _, ..]
            ? new AccessTable(columns, lines.ConvertAll(cells => new AccessRow(columns, cells))[2..])
            : throw new InvalidOperationException($"docs/access.md has no table under {heading}.");
    }

    /// <summary>Every cell of the columns between these two, both included: of which row, of which column, and what it says.</summary>
    public IEnumerable<(string Name, string Column, string Answer)> Cells(string first, string last) =>
        from row in Rows
        from column in _columns[Array.IndexOf(_columns, first)..(Array.IndexOf(_columns, last) + 1)]
        select (row.Name, column, row[column]);

    private static string[] CellsOf(string line) => [.. line.Trim('|').Split('|').Select(c => c.Trim().Trim('`'))];
}

/// <summary>A row of a table.</summary>
/// <param name="columns">What the columns are called.</param>
/// <param name="cells">What stands in them.</param>
public sealed class AccessRow(string[] columns, string[] cells)
{
    /// <summary>What it is about.</summary>
    public string Name => cells[0];

    /// <summary>What stands in a column.</summary>
    public string this[string column] => cells[Array.IndexOf(columns, column)];
}
