using System.Runtime.CompilerServices;
using System.Text.Json;
using LiveBoard.Web.Components.Boards;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>
/// A chart as the browser gets it (Scripts/charts/option.js reads it), in parts, each as JSON: most changes are to the
/// values alone, and then nothing else is sent.
/// </summary>
internal sealed class ChartParts(string look, string axis, string values, string marks, string label)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly ConditionalWeakTable<ChartSpec, ChartParts> Written = [];

    private readonly string _look = look;
    private readonly string _axis = axis;
    private readonly string _values = values;
    private readonly string _marks = marks;
    private readonly string _label = label;

    /// <summary>What was asked for last: viewers go from the same picture to the same picture.</summary>
    private volatile Asked? _asked;

    /// <summary>Written once for all who look at the same spec.</summary>
    public static ChartParts Of(ChartSpec spec, DueDates dates) => Written.GetValue(spec, s => Make(s, dates));

    private static ChartParts Make(ChartSpec spec, DueDates dates)
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
        // Together in one reference: whoever comes between two threads finds the one or the other, both of them right.
        if (sent is not null && _asked is { } asked && asked.Sent.TryGetTarget(out var then) && then == sent)
        {
            return asked.News;
        }

        var news = NewsSince(sent);
        if (sent is not null)
        {
            // Weakly: each would keep the one before it, and that one its own, for ever.
            _asked = new Asked(new WeakReference<ChartParts>(sent), news);
        }

        return news;
    }

    private string? NewsSince(ChartParts? sent)
    {
        (string Name, string Now, string? Then)[] parts =
        [
            ("look", _look, sent?._look),
            ("axis", _axis, sent?._axis),
            ("values", _values, sent?._values),
            ("marks", _marks, sent?._marks),
            ("label", _label, sent?._label),
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
            spec.HasZones,
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

    private sealed record Asked(WeakReference<ChartParts> Sent, string? News);
}
