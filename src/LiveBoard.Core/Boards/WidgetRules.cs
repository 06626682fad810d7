using System.Collections.Immutable;
using System.Text.Json;

namespace LiveBoard.Core.Boards;

/// <summary>Which settings a widget may have. Pure; whether what they name exists is another question.</summary>
public static class WidgetRules
{
    /// <summary>Years that calendars and charts can show.</summary>
    private const int FirstYear = 1900;
    private const int LastYear = 9000;

    /// <summary>The member of the settings, as it is called in JSON, that such a widget cannot have; null when all is well.</summary>
    /// <param name="kind">What the widget shows.</param>
    /// <param name="settings">Its settings.</param>
    public static string? FindFault(WidgetKind kind, WidgetSettings settings) =>
        (FindFault(settings) ?? FindMissing(kind, settings)) is { } member
            ? JsonNamingPolicy.CamelCase.ConvertName(member)
            : null;

    /// <summary>True when it shows a series of numbers from outside.</summary>
    public static bool IsOfSeries(WidgetKind kind, WidgetMeasure measure) =>
        kind == WidgetKind.MetricChart || (kind == WidgetKind.Number && measure == WidgetMeasure.Metric);

    /// <summary>True when it looks back over a period.</summary>
    public static bool HasPeriod(WidgetKind kind) =>
        kind
            is WidgetKind.CumulativeFlow
                or WidgetKind.Throughput
                or WidgetKind.CycleTime
                or WidgetKind.CycleTimeHistogram
                or WidgetKind.Burn
                or WidgetKind.AgeingWork
                or WidgetKind.MetricChart
                or WidgetKind.Number;

    /// <summary>
    /// True when labels and people narrow what it shows. That is defined for cards as they stand now: the log says where a
    /// card was, not what labels and people it had then, so a filtered history would change whenever a label does.
    /// </summary>
    public static bool IsFiltered(WidgetKind kind, WidgetMeasure measure) =>
        kind
            is WidgetKind.CardsPerColumn
                or WidgetKind.CardsPerAssignee
                or WidgetKind.CardsPerLabel
                or WidgetKind.CardsPerField
                or WidgetKind.AgeingWork
                or WidgetKind.BlockedAndOverdue
                or WidgetKind.DueThisWeek
                or WidgetKind.CardList
        || (kind == WidgetKind.Number && measure is (WidgetMeasure.Overdue or WidgetMeasure.Blocked));

    /// <summary>What no kind can have.</summary>
    private static string? FindFault(WidgetSettings settings) =>
        settings switch
        {
            _ when !AreIds(settings.BoardIds) => nameof(WidgetSettings.BoardIds),
            _ when !AreIds(settings.LabelIds) => nameof(WidgetSettings.LabelIds),
            _ when !AreIds(settings.PersonIds) => nameof(WidgetSettings.PersonIds),
            _ when settings.FieldId == Guid.Empty => nameof(WidgetSettings.FieldId),
            _ when settings.MetricId == Guid.Empty => nameof(WidgetSettings.MetricId),
            _ when !IsText(settings.SearchText, WidgetSettings.MaxSearchLength) => nameof(WidgetSettings.SearchText),
            { Days: < 1 or > WidgetSettings.MaxDays } => nameof(WidgetSettings.Days),
            _ when !Enum.IsDefined(settings.Unit) => nameof(WidgetSettings.Unit),
            { UntilAt: { Kind: not DateTimeKind.Utc } or { Year: < FirstYear or > LastYear } } => nameof(
                WidgetSettings.UntilAt
            ),
            { Target: { } target } when !double.IsFinite(target) => nameof(WidgetSettings.Target),
            _ when !Enum.IsDefined(settings.Measure) => nameof(WidgetSettings.Measure),
            _ when !Enum.IsDefined(settings.DueFilter) => nameof(WidgetSettings.DueFilter),
            // Nothing else can make the whole too long: signs that JSON escapes take up to twelve times their room.
            _ when !IsText(settings.Text, WidgetSettings.MaxTextLength)
                    || settings.ToJson().Length > WidgetSettings.MaxLength => nameof(WidgetSettings.Text),
            _ => null,
        };

    /// <summary>What this kind cannot do without.</summary>
    private static string? FindMissing(WidgetKind kind, WidgetSettings settings) =>
        (kind, settings) switch
        {
            (WidgetKind.CardsPerField, { FieldId: null }) => nameof(WidgetSettings.FieldId),
            (WidgetKind.Countdown, { UntilAt: null }) => nameof(WidgetSettings.UntilAt),
            (_, { MetricId: null }) when IsOfSeries(kind, settings.Measure) => nameof(WidgetSettings.MetricId),
            _ => null,
        };

    private static bool AreIds(ImmutableArray<Guid> ids) =>
        ids.Length <= WidgetSettings.MaxIds && !ids.Contains(Guid.Empty);

    private static bool IsText(string? text, int maxLength) =>
        text is null || (text.Length <= maxLength && PlainText.IsStorable(text));
}
