using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Web.Components.Dashboards.Charts;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>
/// The charts of widgets. Made once for all who look at the same picture: viewers who share what a widget shows share its
/// chart, which then is the same by reference and needs no comparing.
/// </summary>
internal static class WidgetCharts
{
    private const int MaxTitle = 120;

    /// <summary>Of times, in percent.</summary>
    private static readonly int[] Lines = [50, 85, 95];

    private static readonly ConditionalWeakTable<WidgetPicture, ChartSpec> Made = [];

    /// <summary>The chart; null for a widget that is none.</summary>
    public static ChartSpec? Of(WidgetPicture picture) =>
        picture.Data is null || !IsChart(picture.Data) ? null : Made.GetValue(picture, Make);

    /// <summary>The small line beside a number; null when there is none to draw.</summary>
    public static ChartSpec? CourseOf(WidgetPicture picture) =>
        picture.Data is NumberData { Course.Length: > 1 } ? Made.GetValue(picture, MakeCourse) : null;

    private static bool IsChart(WidgetData data) =>
        data is CountData or FlowData or ThroughputData or TimesData or BurnData or MetricData;

    private static ChartSpec Make(WidgetPicture picture) =>
        (
            picture.Data switch
            {
                CountData data => Groups(data, picture.Widget),
                FlowData data => Flow(data),
                ThroughputData data => Done(data),
                TimesData data when picture.Widget.Kind == WidgetKind.CycleTimeHistogram => Lengths(data),
                TimesData data => Times(data),
                BurnData data => BurnTo(data),
                MetricData data => Series(data, picture.Widget.Settings.Target),
                _ => throw new InvalidOperationException($"{picture.Data} is no chart."),
            }
        ) with
        {
            Title = Short(WidgetWords.TitleOf(picture.Widget)),
        };

    private static ChartSpec Spec(ChartKind kind, ChartAxis axis, params ImmutableArray<ChartSeries> series) =>
        new()
        {
            Kind = kind,
            Title = "",
            Axis = axis,
            Series = series,
            EmptyText = DashboardTexts.NothingYet,
        };

    private static ChartSpec Groups(CountData data, WidgetSnapshot widget)
    {
        var isOfColumns = widget.Kind == WidgetKind.CardsPerColumn;
        var groups = data.Groups;
        return Spec(
            ChartKind.Bars,
            new ChartAxis.Categories([.. groups.Select(g => Short(NameOf(g, widget.Kind)))]),
            new ChartSeries(DashboardTexts.Cards, ChartColor.Accent)
            {
                Values = [.. groups.Select(g => (double?)g.Count)],
                Limits =
                    isOfColumns && groups.Any(g => g.Limit is not null)
                        ? [.. groups.Select(g => (double?)g.Limit)]
                        : [],
                Colors = groups.All(g => g.Label is null && g.Person is null) ? [] : [.. groups.Select(ColorOf)],
            }
        ) with
        {
            IsHorizontal = true,
            Unit = DashboardTexts.Cards,
        };
    }

    private static string NameOf(CardGroup group, WidgetKind kind) =>
        group switch
        {
            { Name: { Length: > 0 } name } => name,
            { Label: { } color } => Boards.Palette.NameOf(color),
            _ => kind switch
            {
                WidgetKind.CardsPerAssignee => DashboardTexts.Unassigned,
                WidgetKind.CardsPerLabel => DashboardTexts.Unlabelled,
                _ => DashboardTexts.NoValue,
            },
        };

    private static ChartColor ColorOf(CardGroup group) =>
        group.Label is { } label ? ChartColor.Label(label)
        : group.Person is { } person ? ChartColor.Person(person)
        : ChartColor.Neutral;

    private static ChartSpec Flow(FlowData data)
    {
        var going = data.Flow.Bands.Count(b => b.Stage != ColumnStage.Done);
        var step = 0;
        return Spec(
            ChartKind.StackedArea,
            new ChartAxis.Days(data.Flow.Days),
            [
                .. data.Flow.Bands.Select(
                    (band, i) =>
                        new ChartSeries(
                            Short(
                                data.Names[i]
                                    ?? (
                                        band.ColumnId is null && data.Names.Any(n => n is not null)
                                            ? DashboardTexts.DoneElsewhere
                                            : WidgetWords.NameOf(band.Stage)
                                    )
                            ),
                            band.Stage == ColumnStage.Done ? ChartColor.Done : ChartColor.Stage(step++, going)
                        )
                        {
                            Values = [.. band.Counts.Select(count => (double?)count)],
                        }
                ),
            ]
        ) with
        {
            Unit = DashboardTexts.Cards,
        };
    }

    private static ChartSpec Done(ThroughputData data)
    {
        ImmutableArray<double?> values = [.. data.Counts.Select(c => (double?)c.Count)];
        var series = new ChartSeries(DashboardTexts.Done, ChartColor.Accent) { Values = values, IsLastOpen = true };
        // Today, or this week, is not over: it would pull the mean down.
        var whole = data.Counts.SkipLast(1).ToList();
        var spec = Spec(
            ChartKind.Bars,
            data.Unit == WidgetUnit.Week
                ? new ChartAxis.Categories([.. data.Counts.Select(c => WeekName(c.Day))]) { Name = DashboardTexts.Week }
                : new ChartAxis.Days([.. data.Counts.Select(c => c.Day)]),
            series
        );
        return spec with
        {
            Unit = data.Unit == WidgetUnit.Week ? DashboardTexts.DonePerWeek : DashboardTexts.DonePerDay,
            Series = data.Counts.All(c => c.Count == 0)
                ? [series with { Values = [.. values.Select(_ => (double?)null)] }]
                : [series],
            Decimals = 1,
            Marks = whole.Count < 2 ? [] : [new ChartMark(DashboardTexts.Mean, whole.Average(c => c.Count))],
        };
    }

    private static string WeekName(DateOnly monday) => monday.ToString("d MMM", CultureInfo.CurrentCulture);

    private static ChartSpec Times(TimesData data)
    {
        // Places are the moments at which cards were done; several at one moment share theirs.
        var moments = data.Times.Cards.Select(c => c.DoneAt).Distinct().Order().ToImmutableArray();
        var place = moments.Select((at, i) => (at, i)).ToDictionary(m => m.at, m => m.i);
        return Spec(
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
                                Short($"#{line.Card.Number} {line.Card.Title}"),
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

    private static ChartSpec Lengths(TimesData data)
    {
        var bins = data.Times.Histogram(24);
        return Spec(
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

    private static ChartSpec BurnTo(BurnData data)
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
        return Spec(ChartKind.Lines, new ChartAxis.Days(burn.Days), series) with
        {
            Unit = burn.DoneBy is { } day
                ? DashboardTexts.DoneBy.With(day.ToString("d MMM", CultureInfo.CurrentCulture))
                : DashboardTexts.Cards,
            Decimals = 1,
            Marks =
                target < 0 ? [] : [new ChartMark(DashboardTexts.Target, target, ChartMarkAxis.Place, IsStrong: true)],
        };
    }

    private static ChartSpec Series(MetricData data, double? ownTarget)
    {
        var target = ownTarget ?? data.Target;
        return Spec(
            ChartKind.Lines,
            new ChartAxis.Instants([.. data.Points.Select(p => p.At)]),
            new ChartSeries(Short(data.Name), ChartColor.Accent)
            {
                Values = [.. data.Points.Select(p => (double?)p.Value)],
            }
        ) with
        {
            Unit = Short(data.Unit),
            Decimals = 2,
            EmptyText = DashboardTexts.NoNumbersYet,
            Marks = target is { } value ? [new ChartMark(DashboardTexts.Target, value)] : [],
        };
    }

    private static ChartSpec MakeCourse(WidgetPicture picture)
    {
        var data = (NumberData)picture.Data!;
        return Spec(
            ChartKind.Sparkline,
            new ChartAxis.Categories([.. data.Course.Select((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture))]),
            new ChartSeries(Short(WidgetWords.TitleOf(picture.Widget)), ChartColor.Accent)
            {
                Values = [.. data.Course.Select(v => (double?)v)],
            }
        ) with
        {
            Title = Short(WidgetWords.TitleOf(picture.Widget)),
            Marks = data.Target is { } target ? [new ChartMark(DashboardTexts.Target, target)] : [],
        };
    }

    private static string Short(string text) => text.Length > MaxTitle ? text[..MaxTitle] + "…" : text;
}
