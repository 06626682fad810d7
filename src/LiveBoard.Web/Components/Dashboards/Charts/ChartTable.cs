using System.Collections.Immutable;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>The numbers of a chart in rows: what is shown in place of the picture, and what is saved.</summary>
/// <param name="Head">Names of the columns.</param>
/// <param name="Rows">In the order of the picture; of points, the newest or the highest first.</param>
/// <param name="Marks">Values and places that are marked in the picture.</param>
internal sealed record ChartTable(
    ImmutableArray<string> Head,
    ImmutableArray<ChartRow> Rows,
    ImmutableArray<(string Name, ChartCell Value)> Marks
)
{
    public static ChartTable Of(ChartSpec spec, ChartWords words) =>
        new(
            spec.Kind == ChartKind.Scatter ? PointHead(spec, words) : ValueHead(spec, words),
            spec.Kind == ChartKind.Scatter ? PointRows(spec, words) : ValueRows(spec, words),
            [.. spec.Marks.Select(mark => (mark.Name, MarkOf(spec, mark, words)))]
        );

    /// <summary>
    /// The cells of a file: numbers, days and moments as they are, not as they are written. What is marked stands below,
    /// by its name: a number in the last column, as the numbers do, a place in the column of places.
    /// </summary>
    public IEnumerable<IEnumerable<object?>> Cells() =>
        Rows.Select(row => row.Cells.Select(cell => cell.Value))
            .Prepend(Head.Cast<object?>())
            .Concat(Marks.Select(mark => CellsOf(mark.Name, mark.Value)));

    private IEnumerable<object?> CellsOf(string name, ChartCell value)
    {
        var cells = new object?[Head.Length];
        cells[0] = name;
        cells[value.IsNumber ? ^1 : 1] = value.Value;
        return cells;
    }

    private static ChartCell MarkOf(ChartSpec spec, ChartMark mark, ChartWords words) =>
        mark.Axis == ChartMarkAxis.Value
            ? new ChartCell(mark.Value, words.MarkNumber(mark.Value))
            : new ChartCell(PlaceOf(spec.Axis, (int)mark.Value), words.FullNames().ElementAt((int)mark.Value));

    private static ImmutableArray<string> ValueHead(ChartSpec spec, ChartWords words) =>
        [
            words.AxisName(),
            .. spec.Series.SelectMany(s =>
                s.Limits.IsEmpty ? [s.Name] : new[] { s.Name, ChartTexts.Limit.With(s.Name) }
            ),
        ];

    private static ImmutableArray<ChartRow> ValueRows(ChartSpec spec, ChartWords words) =>
        [
            .. words
                .FullNames()
                .Select(
                    (name, place) =>
                        new ChartRow([
                            new ChartCell(PlaceOf(spec.Axis, place), name),
                            .. spec.Series.SelectMany(s => CellsOf(s, place, words)),
                        ])
                ),
        ];

    private static IEnumerable<ChartCell> CellsOf(ChartSeries series, int place, ChartWords words)
    {
        yield return NumberOf(series.Values[place], words);
        if (!series.Limits.IsEmpty)
        {
            yield return NumberOf(series.Limits[place], words);
        }
    }

    private static ImmutableArray<string> PointHead(ChartSpec spec, ChartWords words) =>
        [
            ChartTexts.Name,
            words.AxisName(),
            .. spec.Series.Length > 1 ? [ChartTexts.Group] : Array.Empty<string>(),
            spec.Unit.Length > 0 ? spec.Unit : spec.Title,
        ];

    private static ImmutableArray<ChartRow> PointRows(ChartSpec spec, ChartWords words)
    {
        var names = words.FullNames().ToList();
        var rows =
            from series in spec.Series
            from point in series.Points
            // Of cards in columns the oldest matters, of moments the latest.
            orderby spec.Axis is ChartAxis.Categories ? 0 : point.Place descending, point.Value descending
            let owner = spec.Series.Length > 1 ? [new ChartCell(series.Name, series.Name)] : Array.Empty<ChartCell>()
            select new ChartRow(
                [
                    new ChartCell(point.Label, point.Label),
                    new ChartCell(PlaceOf(spec.Axis, point.Place), names[point.Place]),
                    .. owner,
                    NumberOf(point.Value, words),
                ],
                point.Address
            );
        return [.. rows];
    }

    private static object PlaceOf(ChartAxis axis, int place) =>
        axis switch
        {
            ChartAxis.Categories { Names: var names } => names[place],
            ChartAxis.Days { Dates: var dates } => dates[place],
            ChartAxis.Instants { Moments: var moments } => moments[place],
            _ => throw new InvalidOperationException("There is no other axis."),
        };

    private static ChartCell NumberOf(double? value, ChartWords words) =>
        new(value, value is { } number ? words.Number(number) : "");
}

/// <summary>One row; the first cell says what it is about.</summary>
internal sealed record ChartRow(ImmutableArray<ChartCell> Cells, string? Address = null);

/// <summary>What a cell holds, and how it is written.</summary>
internal sealed record ChartCell(object? Value, string Words)
{
    public bool IsNumber => Value is double or null;
}
