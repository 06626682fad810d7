using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>What widgets and their parts are called.</summary>
internal static class WidgetWords
{
    public static string NameOf(WidgetKind kind) => Text($"Kind{kind}");

    public static string HintOf(WidgetKind kind) => Text($"Hint{kind}");

    public static string NameOf(WidgetMeasure measure) => Text($"Measure{measure}");

    public static string NameOf(WidgetDue due) => Text($"Due{due}");

    public static string NameOf(ColumnStage stage) => Text($"Stage{stage}");

    public static string TitleOf(WidgetSnapshot widget) =>
        widget.Title.Length > 0 ? widget.Title
        : widget.Kind == WidgetKind.Number ? NameOf(widget.Settings.Measure)
        : widget is { Kind: WidgetKind.Burn, Settings.IsBurnUp: true } ? DashboardTexts.KindBurnUp
        : widget is { Kind: WidgetKind.CycleTime, Settings.IsLeadTime: true } ? DashboardTexts.KindLeadTime
        : NameOf(widget.Kind);

    /// <summary>"30 days", "12 weeks", "a year": the shorter, the better.</summary>
    public static string Period(int days) =>
        days switch
        {
            7 => DashboardTexts.PeriodWeek,
            365 or 364 => DashboardTexts.PeriodYear,
            _ when days % 7 == 0 => DashboardTexts.PeriodWeeks.With(days / 7),
            _ => DashboardTexts.PeriodDays.With(days),
        };

    /// <summary>What stands beside the title: over which time, and how many boards.</summary>
    public static string? AsideOf(WidgetSnapshot widget) =>
        widget.Kind switch
        {
            WidgetKind.CumulativeFlow
            or WidgetKind.Throughput
            or WidgetKind.CycleTime
            or WidgetKind.CycleTimeHistogram
            or WidgetKind.Burn
            or WidgetKind.MetricChart => Period(widget.Settings.Days),
            WidgetKind.Number
                when widget.Settings.Measure is WidgetMeasure.DoneInPeriod or WidgetMeasure.MedianCycleDays => Period(
                widget.Settings.Days
            ),
            WidgetKind.AgeingWork => DashboardTexts.Days,
            _ => null,
        };

    private static string Text(string name) =>
        DashboardTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture) ?? name;
}
