using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>What a screen reader is told in place of the picture. All the numbers are in the table.</summary>
internal static class ChartDescription
{
    /// <summary>More than these nobody keeps in mind while listening.</summary>
    private const int MaxSaid = 12;

    public static string Of(ChartSpec spec, ChartWords words)
    {
        var title = spec.Unit.Length > 0 ? ChartTexts.TitleWithUnit.With(spec.Title, spec.Unit) : spec.Title;
        var marks = spec
            .Marks.Where(m => m.Axis == ChartMarkAxis.Value)
            .Select(m => $"{m.Name} {words.MarkNumber(m.Value)}");
        IEnumerable<string> parts = [title, Numbers(spec, words), string.Join(", ", marks)];
        return string.Join(". ", parts.Where(part => part.Length > 0));
    }

    private static string Numbers(ChartSpec spec, ChartWords words) =>
        spec.IsEmpty
            ? ""
            : spec.Kind switch
            {
                ChartKind.Scatter => Points(spec, words),
                ChartKind.Bars or ChartKind.Histogram => Said(Bars(spec, words)),
                _ => Lines(spec, words),
            };

    private static string Points(ChartSpec spec, ChartWords words)
    {
        var values = spec.Series.SelectMany(series => series.Points.Select(point => point.Value)).ToList();
        return ChartTexts.PointsFromTo.With(values.Count, words.Number(values.Min()), words.Number(values.Max()));
    }

    private static string Lines(ChartSpec spec, ChartWords words)
    {
        var places = words.FullNames().ToList();
        var last = spec.Series.Select(series => (series.Name, Value: series.Values.LastOrDefault(v => v is not null)));
        return ChartTexts.FromToLast.With(
            places[0],
            places[^1],
            Said(last.Where(l => l.Value is not null).Select(l => $"{l.Name} {words.Number(l.Value!.Value)}"))
        );
    }

    private static IEnumerable<string> Bars(ChartSpec spec, ChartWords words) =>
        words
            .Names()
            .Select(
                (name, place) =>
                {
                    var sum = spec.Series.Sum(series => series.Values[place] ?? 0);
                    var limits = spec.Series[0].Limits;
                    return !limits.IsEmpty && limits[place] is { } limit
                        ? ChartTexts.BarOfLimit.With(name, words.Number(sum), words.Number(limit))
                        : $"{name} {words.Number(sum)}";
                }
            );

    private static string Said(IEnumerable<string> parts)
    {
        var all = parts.ToList();
        var more = all.Count > MaxSaid ? [ChartTexts.AndMore.With(all.Count - MaxSaid)] : Array.Empty<string>();
        return string.Join(", ", all.Take(MaxSaid).Concat(more));
    }
}
