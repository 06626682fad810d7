using System.Text.Json;
using LiveBoard.Web.Components.Boards;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>
/// A chart as the browser gets it (Scripts/charts/option.js reads it), in parts, each as JSON: most changes are to the
/// values alone, and then nothing else is sent.
/// </summary>
internal sealed record ChartParts(string Look, string Axis, string Values, string Marks, string Label)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static ChartParts Of(ChartSpec spec, DueDates dates)
    {
        var words = new ChartWords(spec, dates);
        return new ChartParts(
            Write(LookOf(spec)),
            Write(AxisOf(spec.Axis, words)),
            Write(spec.Series.Select(ValuesOf)),
            Write(
                spec.Marks.Select(m => new
                {
                    m.Name,
                    m.Value,
                    isPlace = m.Axis == ChartMarkAxis.Place,
                    m.IsStrong,
                })
            ),
            Write(ChartDescription.Of(spec, words))
        );
    }

    /// <summary>What is new, as one JSON object; null when nothing is.</summary>
    public string? Since(ChartParts? sent)
    {
        (string Name, string Now, string? Then)[] parts =
        [
            ("look", Look, sent?.Look),
            ("axis", Axis, sent?.Axis),
            ("values", Values, sent?.Values),
            ("marks", Marks, sent?.Marks),
            ("label", Label, sent?.Label),
        ];
        var news = parts.Where(part => part.Now != part.Then).Select(part => $"\"{part.Name}\":{part.Now}").ToList();
        return news.Count == 0 ? null : $"{{{string.Join(',', news)}}}";
    }

    private static object LookOf(ChartSpec spec) =>
        new
        {
            kind = JsonNamingPolicy.CamelCase.ConvertName($"{spec.Kind}"),
            spec.Title,
            spec.Unit,
            spec.Decimals,
            spec.IsHorizontal,
            spec.IsStacked,
            series = spec.Series.Select(s => new
            {
                s.Name,
                color = s.Color.Token,
                s.IsDashed,
                s.IsLastOpen,
            }),
        };

    private static object AxisOf(ChartAxis axis, ChartWords words)
    {
        var at = axis switch
        {
            ChartAxis.Days days => days.Dates.Select(day => Milliseconds(day.ToDateTime(default))),
            ChartAxis.Instants instants => instants.Moments.Select(Milliseconds),
            _ => null,
        };
        return new
        {
            at,
            names = words.Names(),
            full = at is null ? null : words.FullNames(),
        };
    }

    private static object ValuesOf(ChartSeries series) =>
        new
        {
            values = series.Values.AsEnumerable(),
            limits = series.Limits.IsEmpty ? null : series.Limits.AsEnumerable(),
            colors = series.Colors.IsEmpty ? null : series.Colors.Select(color => color.Token),
            points = series.Points.IsEmpty
                ? null
                : series.Points.Select(p => new
                {
                    at = p.Place,
                    y = p.Value,
                    p.Label,
                    p.Address,
                }),
        };

    private static long Milliseconds(DateTime utc) =>
        (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;

    private static string Write<T>(T part) => JsonSerializer.Serialize(part, Json);
}
