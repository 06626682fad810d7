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

    /// <summary>Each card in progress over its column, among zones of what took past cards how long.</summary>
    public static ChartSpec Ageing(AgeingData data) =>
        WidgetCharts.Spec(
            ChartKind.Scatter,
            new ChartAxis.Categories([.. data.Columns.Select(WidgetCharts.Short)]) { Name = DashboardTexts.Column },
            new ChartSeries(DashboardTexts.Cards, ChartColor.Accent)
            {
                Points =
                [
                    .. data.Cards.Select(card => new ChartPoint(
                        data.Columns.IndexOf(card.Line.Column),
                        Math.Max(0, card.Days),
                        WidgetCharts.Short($"#{card.Line.Card.Number} {card.Line.Card.Title}"),
                        $"b/{card.Line.BoardId}/c/{card.Line.Card.Number}"
                    )),
                ],
            }
        ) with
        {
            Unit = DashboardTexts.Days,
            Decimals = 1,
            EmptyText = DashboardTexts.NothingGoing,
            Marks = Percentiles(data.Past),
            HasZones = true,
        };

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
