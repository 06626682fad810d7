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
            (WidgetKind.MetricChart, { MetricId: null }) => nameof(WidgetSettings.MetricId),
            (WidgetKind.Number, { Measure: WidgetMeasure.Metric, MetricId: null }) => nameof(WidgetSettings.MetricId),
            _ => null,
        };

    private static bool AreIds(ImmutableArray<Guid> ids) =>
        ids.Length <= WidgetSettings.MaxIds && !ids.Contains(Guid.Empty);

    private static bool IsText(string? text, int maxLength) =>
        text is null || (text.Length <= maxLength && PlainText.IsStorable(text));
}
