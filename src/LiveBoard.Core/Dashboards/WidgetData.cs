using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;

namespace LiveBoard.Core.Dashboards;

/// <summary>What a widget shows at one moment. Immutable, shared by all viewers of the same boards.</summary>
public abstract record WidgetData;

/// <summary>Cards in groups.</summary>
/// <param name="Groups">The groups, in the order to show them.</param>
public sealed record CountData(ImmutableArray<CardGroup> Groups) : WidgetData;

/// <summary>Cards that have something in common.</summary>
/// <param name="Name">What; null for those that have none of it.</param>
/// <param name="Count">How many.</param>
public sealed record CardGroup(string? Name, int Count)
{
    /// <summary>Most cards that should be in the column; null for no limit.</summary>
    public int? Limit { get; init; }

    /// <summary>Where work stands in the column.</summary>
    public ColumnStage? Stage { get; init; }

    /// <summary>Colour of the label.</summary>
    public LabelColor? Label { get; init; }

    /// <summary>Colour number of the person.</summary>
    public int? Person { get; init; }
}

/// <summary>A cumulative flow.</summary>
/// <param name="Flow">The counts.</param>
/// <param name="Names">Names of the columns, one for each band; null for a band that stands for a stage.</param>
public sealed record FlowData(CumulativeFlow Flow, ImmutableArray<string?> Names) : WidgetData;

/// <summary>Cards done.</summary>
/// <param name="Counts">By day or by week.</param>
/// <param name="Unit">Which of them.</param>
public sealed record ThroughputData(ImmutableArray<DayCount> Counts, WidgetUnit Unit) : WidgetData;

/// <summary>How long cards took.</summary>
/// <param name="Times">Each card.</param>
/// <param name="Cards">Those that are still on a board, by id.</param>
/// <param name="IsLeadTime">True when counted from the making of the card.</param>
public sealed record TimesData(CycleTimes Times, ImmutableDictionary<Guid, CardLine> Cards, bool IsLeadTime)
    : WidgetData;

/// <summary>The way to a date.</summary>
/// <param name="Burn">Day by day.</param>
/// <param name="Forecast">How it may go on from the last day that is known; null when the past says nothing about it.</param>
/// <param name="Target">The date.</param>
/// <param name="IsUp">True to show what is done and all there is, false to show what is left.</param>
public sealed record BurnData(Burn Burn, Forecast? Forecast, DateOnly Target, bool IsUp) : WidgetData;

/// <summary>Cards in progress where they stand, with what the past says about their age.</summary>
/// <param name="Columns">The columns in progress, in the order of the work; those of several boards with one name are one.</param>
/// <param name="Cards">The cards, the oldest first.</param>
/// <param name="Past">How long cards took that were done in the period.</param>
public sealed record AgeingData(ImmutableArray<string> Columns, ImmutableArray<AgeingCard> Cards, CycleTimes Past)
    : WidgetData;

/// <summary>A card in progress.</summary>
/// <param name="Line">The card.</param>
/// <param name="Days">Its age: elapsed time since work on it began, in days of 24 hours.</param>
public sealed record AgeingCard(CardLine Line, double Days);

/// <summary>Cards to be read one by one.</summary>
/// <param name="Cards">The first of them.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record CardsData(ImmutableArray<CardLine> Cards, int Total) : WidgetData;

/// <summary>A card in a list.</summary>
/// <param name="BoardId">The board it is on.</param>
/// <param name="Card">The card.</param>
/// <param name="Column">Name of its column.</param>
/// <param name="People">Whom it is assigned to.</param>
/// <param name="StartedAt">Since when it is worked on, UTC; null while it is not.</param>
public sealed record CardLine(
    Guid BoardId,
    CardSnapshot Card,
    string Column,
    ImmutableArray<PersonSnapshot> People,
    DateTime? StartedAt
);

/// <summary>What people did.</summary>
/// <param name="Entries">Newest first.</param>
public sealed record ActivityData(ImmutableArray<RecentActivity> Entries) : WidgetData;

/// <summary>Who has the boards open.</summary>
/// <param name="People">By name.</param>
public sealed record PeopleData(ImmutableArray<PersonSnapshot> People) : WidgetData;

/// <summary>One number.</summary>
/// <param name="Value">The number; null when there is none.</param>
/// <param name="Before">What it was a period ago; null when that is not known.</param>
/// <param name="Course">How it came about, oldest first; empty when that is not known.</param>
public sealed record NumberData(double? Value, double? Before, ImmutableArray<double> Course) : WidgetData
{
    /// <summary>What is counted; null when the measure says it.</summary>
    public string? Unit { get; init; }

    /// <summary>Name of the series from outside that it comes from; null for a number of boards.</summary>
    public string? Name { get; init; }

    /// <summary>What it should come to; null for no target.</summary>
    public double? Target { get; init; }

    /// <summary>Which way is better.</summary>
    public MetricDirection Direction { get; init; }
}

/// <summary>A series of numbers from outside.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Unit">What is counted; may be empty.</param>
/// <param name="Target">What it should come to; null for no target.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Points">Its points, oldest first.</param>
public sealed record MetricData(
    string Name,
    string Unit,
    double? Target,
    MetricDirection Direction,
    ImmutableArray<MetricValue> Points
) : WidgetData;

/// <summary>A value at a moment.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Value">How much.</param>
public readonly record struct MetricValue(DateTime At, double Value);
