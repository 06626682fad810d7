using System.Collections.Immutable;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>What must hold of a chart, so that what is drawn is what was meant. Whoever breaks it has made a mistake in code.</summary>
internal static class ChartRules
{
    private const int MaxSeries = 40;
    private const int MaxPlaces = 5_000;
    private const int MaxPoints = 10_000;
    private const int MaxMarks = 20;
    private const int MaxTextLength = 600;
    private const int MaxDecimals = 6;

    public static void Check(ChartSpec spec)
    {
        Demand(spec.Series.Length is > 0 and <= MaxSeries, "A chart has one series or more, and not too many.");
        Demand(spec.Axis.Count <= MaxPlaces, "An axis has too many places.");
        Demand(spec.Marks.Length <= MaxMarks, "A chart has too many marks.");
        Demand(spec.Decimals is >= 0 and <= MaxDecimals, "A number has no decimals or a few.");
        Demand(!spec.IsHorizontal || spec.Kind == ChartKind.Bars, "Only bars lie.");
        Demand(!spec.HasZones || spec.Kind == ChartKind.Scatter, "Zones are for points.");
        Demand(Texts(spec).All(text => text.Length <= MaxTextLength), "A text is too long for a chart.");
        Demand(IsRising(spec.Axis), "Days and moments rise.");
        Demand(spec.Marks.All(mark => IsMark(mark, spec.Axis.Count)), "A mark lies at a number, or at a place.");
        foreach (var series in spec.Series)
        {
            Check(spec, series);
        }
    }

    private static void Check(ChartSpec spec, ChartSeries series)
    {
        var places = spec.Axis.Count;
        if (spec.Kind == ChartKind.Scatter)
        {
            Demand(
                series.Values.IsEmpty && series.Points.Length <= MaxPoints,
                "A scatter has points, and not too many."
            );
            Demand(
                series.Points.All(point => IsPoint(point, places)),
                "A point lies on its axis, and leads to a page here."
            );
            return;
        }

        Demand(series.Points.IsEmpty && series.Values.Length == places, "There is one value for each place.");
        Demand(series.Limits.IsEmpty || series.Limits.Length == places, "There is one limit for each place, or none.");
        Demand(series.Colors.IsEmpty || series.Colors.Length == places, "There is one colour for each place, or none.");
        Demand(series.Values.All(IsNumber) && series.Limits.All(IsNumber), "A value is a number or a gap.");
    }

    private static bool IsNumber(double? value) => value is not { } number || double.IsFinite(number);

    private static bool IsMark(ChartMark mark, int places) =>
        double.IsFinite(mark.Value)
        && (mark.Axis == ChartMarkAxis.Value || (mark.Value >= 0 && mark.Value < Math.Max(1, places)));

    private static bool IsPoint(ChartPoint point, int places) =>
        point.Place >= 0
        && point.Place < places
        && double.IsFinite(point.Value)
        && (point.Address is null || IsHere(point.Address));

    /// <summary>A path of this site: with a scheme, or beginning with two slashes, it would lead away.</summary>
    private static bool IsHere(string address) =>
        address.Length > 0
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address
            .AsSpan(0, address.AsSpan().IndexOfAny('/', '?', '#') is var end and >= 0 ? end : address.Length)
            .Contains(':');

    private static bool IsRising(ChartAxis axis) =>
        axis switch
        {
            ChartAxis.Days { Dates: var dates } => Rises(dates),
            ChartAxis.Instants { Moments: var moments } => Rises(moments),
            _ => true,
        };

    private static bool Rises<T>(ImmutableArray<T> values)
        where T : IComparable<T>
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i].CompareTo(values[i - 1]) <= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> Texts(ChartSpec spec) =>
        [
            spec.Title,
            spec.Unit,
            spec.EmptyText,
            .. spec.Series.Select(series => series.Name),
            .. spec.Series.SelectMany(series => series.Points.Select(point => point.Label)),
            .. spec.Marks.Select(mark => mark.Name),
            .. spec.Axis is ChartAxis.Categories { Names: var names } ? names : [],
        ];

    private static void Demand(bool isTrue, string rule)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException(rule);
        }
    }
}
