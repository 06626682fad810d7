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

    private static readonly ConditionalWeakTable<WidgetPicture, ChartSpec> Made = [];

    /// <summary>The chart; null for a widget that is none.</summary>
    public static ChartSpec? Of(WidgetPicture picture) =>
        picture.Data is null || !IsChart(picture.Data) ? null : Made.GetValue(picture, Make);

    /// <summary>The small line beside a number; null when there is none to draw.</summary>
    public static ChartSpec? CourseOf(WidgetPicture picture) =>
        picture.Data is NumberData { Course.Length: > 1 } ? Made.GetValue(picture, MakeCourse) : null;

    private static bool IsChart(WidgetData data) =>
        data is CountData or FlowData or ThroughputData or TimesData or AgeingData or BurnData or MetricData;

    private static ChartSpec Make(WidgetPicture picture) =>
        (
            picture.Data switch
            {
                CountData data => Groups(data, picture.Widget),
                FlowData data => Flow(data),
                ThroughputData data => Done(data),
                TimesData data when picture.Widget.Kind == WidgetKind.CycleTimeHistogram => TimeCharts.Lengths(data),
                TimesData data => TimeCharts.Times(data),
                AgeingData data => TimeCharts.Ageing(data),
                BurnData data => BurnChart.Of(data),
                MetricData data => TimeCharts.Series(data, picture.Widget.Settings.Target),
                _ => throw new InvalidOperationException($"{picture.Data} is no chart."),
            }
        ) with
        {
            Title = Short(WidgetWords.TitleOf(picture.Widget)),
        };

    public static ChartSpec Spec(ChartKind kind, ChartAxis axis, params ImmutableArray<ChartSeries> series) =>
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

    public static string Short(string text) => text.Length > MaxTitle ? text[..MaxTitle] + "…" : text;
}
