using System.Globalization;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>A chart's places and numbers in the viewer's words.</summary>
internal sealed class ChartWords(ChartSpec spec, DueDates dates)
{
    private const int LongSpanDays = 300;

    /// <summary>As short as an axis needs them.</summary>
    public IEnumerable<string> Names() =>
        spec.Axis switch
        {
            ChartAxis.Categories { Names: var names } => names,
            ChartAxis.Days { Dates: var days } => days.Select(day => Write(day, DayFormat(days[^1], days[0]))),
            ChartAxis.Instants { Moments: var moments } => Local(moments.Select(dates.ToLocal)),
            _ => throw new InvalidOperationException("There is no other axis."),
        };

    /// <summary>In full: a day with its weekday, a moment with its day.</summary>
    public IEnumerable<string> FullNames() =>
        spec.Axis switch
        {
            ChartAxis.Days { Dates: var days } => days.Select(day => Write(day, "ddd d MMM yyyy")),
            ChartAxis.Instants { Moments: var moments } => moments.Select(dates.Moment),
            _ => Names(),
        };

    /// <summary>What heads the column of places.</summary>
    public string AxisName() =>
        spec.Axis switch
        {
            { Name: { Length: > 0 } name } => name,
            ChartAxis.Days => ChartTexts.Day,
            ChartAxis.Instants => ChartTexts.Moment,
            _ => ChartTexts.Name,
        };

    public string Number(double value) => Number(value, spec.Decimals);

    /// <summary>A percentile of whole days is rarely whole itself.</summary>
    public string MarkNumber(double value) => Number(value, Math.Max(1, spec.Decimals));

    private static string Number(double value, int decimals) =>
        Math.Round(value, decimals).ToString($"#,0.{new string('#', decimals)}", CultureInfo.CurrentCulture);

    private static string DayFormat(DateOnly last, DateOnly first) =>
        last.DayNumber - first.DayNumber > LongSpanDays ? "MMM yyyy" : "d MMM";

    private static IEnumerable<string> Local(IEnumerable<DateTime> moments)
    {
        var local = moments.ToList();
        var isOneDay = local.Count == 0 || local[0].Date == local[^1].Date;
        return local.Select(at => isOneDay ? Write(at, "HH:mm") : Write(DateOnly.FromDateTime(at), "d MMM"));
    }

    private static string Write(IFormattable value, string format) =>
        value.ToString(format, CultureInfo.CurrentCulture);
}
