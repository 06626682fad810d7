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

    /// <summary>What stands beside the title: over which time.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="days">How far it looks back.</param>
    public static string? AsideOf(WidgetSnapshot widget, int days) =>
        widget.Kind == WidgetKind.Number
            ? widget.Settings.Measure is WidgetMeasure.DoneInPeriod or WidgetMeasure.MedianCycleDays
                ? Period(days)
                : null
            : WidgetRules.HasPeriod(widget.Kind)
                ? Period(days)
                : null;

    private static string Text(string name) =>
        DashboardTexts.ResourceManager.GetString(name, CultureInfo.CurrentUICulture) ?? name;
}
