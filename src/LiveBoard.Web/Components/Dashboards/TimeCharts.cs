using System.Collections.Immutable;
using System.Globalization;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Web.Components.Dashboards.Charts;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>The charts about how long work takes, and how far it has come.</summary>
internal static class TimeCharts
{
    /// <summary>Of times, in percent.</summary>
    private static readonly int[] Lines = [50, 85, 95];

    public static ChartSpec Times(TimesData data)
    {
        // Places are the moments at which cards were done; several at one moment share theirs.
        var moments = data.Times.Cards.Select(c => c.DoneAt).Distinct().Order().ToImmutableArray();
        var place = moments.Select((at, i) => (at, i)).ToDictionary(m => m.at, m => m.i);
        return WidgetCharts.Spec(
            ChartKind.Scatter,
            new ChartAxis.Instants(moments),
            new ChartSeries(DashboardTexts.Cards, ChartColor.Accent)
            {
                Points =
                [
                    .. data.Times.Cards.Select(time =>
                        data.Cards.GetValueOrDefault(time.CardId) is { } line
                            ? new ChartPoint(
                                place[time.DoneAt],
                                time.Days,
                                WidgetCharts.Short($"#{line.Card.Number} {line.Card.Title}"),
                                $"b/{line.BoardId}/c/{line.Card.Number}"
                            )
                            : new ChartPoint(place[time.DoneAt], time.Days, DashboardTexts.PutAwayCard)
                    ),
                ],
            }
        ) with
        {
            Unit = DashboardTexts.Days,
            Decimals = 1,
            EmptyText = DashboardTexts.NothingDone,
            Marks = Percentiles(data.Times),
        };
    }

    private static ImmutableArray<ChartMark> Percentiles(CycleTimes times) =>
        times.Cards.IsEmpty
            ? []
            :
            [
                .. Lines.Select(percent => new ChartMark(
                    DashboardTexts.Percent.With(percent),
                    times.Percentile(percent)!.Value,
                    IsStrong: percent == 85
                )),
            ];

    public static ChartSpec Lengths(TimesData data)
    {
        var bins = data.Times.Histogram(24);
        return WidgetCharts.Spec(
            ChartKind.Histogram,
            new ChartAxis.Categories([
                .. bins.Select(b => b.ToDays == b.FromDays + 1 ? $"{b.FromDays}" : $"{b.FromDays}–{b.ToDays - 1}"),
            ])
            {
                Name = DashboardTexts.Days,
            },
            new ChartSeries(DashboardTexts.Cards, ChartColor.Accent)
            {
                Values = [.. bins.Select(b => (double?)b.Count)],
            }
        ) with
        {
            Unit = DashboardTexts.CardsByDays,
            EmptyText = DashboardTexts.NothingDone,
        };
    }

    public static ChartSpec BurnTo(BurnData data)
    {
        var burn = data.Burn;
        ImmutableArray<double?> Padded(IEnumerable<double> known) =>
            [
                .. known
                    .Select(v => (double?)v)
                    .Concat(Enumerable.Repeat((double?)null, burn.Days.Length))
                    .Take(burn.Days.Length),
            ];

        ImmutableArray<ChartSeries> series = data.IsUp
            ?
            [
                new(DashboardTexts.AllThereIs, ChartColor.Neutral)
                {
                    Values = Padded(burn.Left.Zip(burn.Done, (left, done) => (double)left + done)),
                },
                new(DashboardTexts.Done, ChartColor.Accent) { Values = Padded(burn.Done.Select(d => (double)d)) },
            ]
            :
            [
                new(DashboardTexts.Ideal, ChartColor.Neutral) { Values = Padded(burn.Ideal), IsDashed = true },
                new(DashboardTexts.Left, ChartColor.Accent) { Values = Padded(burn.Left.Select(l => (double)l)) },
            ];
        var target = burn.Days.IndexOf(data.Target);
        return WidgetCharts.Spec(ChartKind.Lines, new ChartAxis.Days(burn.Days), series) with
        {
            Unit = burn.DoneBy is { } day
                ? DashboardTexts.DoneBy.With(day.ToString("d MMM", CultureInfo.CurrentCulture))
                : DashboardTexts.Cards,
            Decimals = 1,
            Marks =
                target < 0 ? [] : [new ChartMark(DashboardTexts.Target, target, ChartMarkAxis.Place, IsStrong: true)],
        };
    }

    public static ChartSpec Series(MetricData data, double? ownTarget)
    {
        var target = ownTarget ?? data.Target;
        return WidgetCharts.Spec(
            ChartKind.Lines,
            new ChartAxis.Instants([.. data.Points.Select(p => p.At)]),
            new ChartSeries(WidgetCharts.Short(data.Name), ChartColor.Accent)
            {
                Values = [.. data.Points.Select(p => (double?)p.Value)],
            }
        ) with
        {
            Unit = WidgetCharts.Short(data.Unit),
            Decimals = 2,
            EmptyText = DashboardTexts.NoNumbersYet,
            Marks = target is { } value ? [new ChartMark(DashboardTexts.Target, value)] : [],
        };
    }
}
