using System.Collections.Immutable;
using System.Globalization;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Web.Components.Dashboards.Charts;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>The chart of the way to a date, and of how it may go on.</summary>
internal static class BurnChart
{
    /// <summary>Of a forecast, the share that is said in words.</summary>
    private const int SaidPercent = 85;

    public static ChartSpec Of(BurnData data)
    {
        var burn = data.Burn;
        ImmutableArray<ChartSeries> known = data.IsUp
            ?
            [
                new(DashboardTexts.AllThereIs, ChartColor.Neutral)
                {
                    Values = Padded(burn, burn.Left.Zip(burn.Done, (left, done) => (double)left + done)),
                },
                new(DashboardTexts.Done, ChartColor.Accent) { Values = Padded(burn, burn.Done.Select(d => (double)d)) },
            ]
            :
            [
                new(DashboardTexts.Ideal, ChartColor.Neutral)
                {
                    Values = [.. burn.Ideal.Select(left => (double?)left)],
                    IsDashed = true,
                },
                new(DashboardTexts.Left, ChartColor.Accent) { Values = Padded(burn, burn.Left.Select(l => (double)l)) },
            ];
        var target = burn.Days.IndexOf(data.Target);
        return WidgetCharts.Spec(ChartKind.Lines, new ChartAxis.Days(burn.Days), [.. known, .. Courses(data)]) with
        {
            Unit = UnitOf(data),
            Decimals = 1,
            Marks =
                target < 0 ? [] : [new ChartMark(DashboardTexts.Target, target, ChartMarkAxis.Place, IsStrong: true)],
        };
    }

    /// <summary>"85 % done by 12 Dec": the day to promise, and not the middle of all days.</summary>
    private static string UnitOf(BurnData data)
    {
        var days = data.Forecast?.Courses.First(c => c.Percent == SaidPercent).Days;
        return days is { } ahead
            ? DashboardTexts.DoneBy.With(
                SaidPercent,
                TodayOf(data.Burn).AddDays(ahead).ToString("d MMM", CultureInfo.CurrentCulture)
            )
            : DashboardTexts.Cards;
    }

    /// <summary>From today on, each with its share in its name: the band between them is where it may go.</summary>
    private static IEnumerable<ChartSeries> Courses(BurnData data)
    {
        var courses = data.Forecast?.Courses ?? [];
        var (left, done) = (data.Burn.Left[^1], data.Burn.Done[^1]);
        return left == 0
            ? []
            : courses.Select(
                (course, i) =>
                    new ChartSeries(DashboardTexts.ForecastOf.With(course.Percent), ChartColor.Stage(i, courses.Length))
                    {
                        Values = Ahead(data.Burn, course, rest => data.IsUp ? left + done - rest : rest),
                        IsDashed = true,
                    }
            );
    }

    private static ImmutableArray<double?> Ahead(Burn burn, ForecastCourse course, Func<int, int> show) =>
        [
            .. burn.Days.Select(
                (_, place) =>
                {
                    var day = place - (burn.Left.Length - 1);
                    // Where nothing is left the course has come to its end.
                    return day < 0 || day >= course.Left.Length || day > (course.Days ?? day)
                        ? (double?)null
                        : show(course.Left[day]);
                }
            ),
        ];

    private static DateOnly TodayOf(Burn burn) => burn.Days[burn.Left.Length - 1];

    private static ImmutableArray<double?> Padded(Burn burn, IEnumerable<double> known) =>
        [
            .. known
                .Select(v => (double?)v)
                .Concat(Enumerable.Repeat((double?)null, burn.Days.Length))
                .Take(burn.Days.Length),
        ];
}
