using System.Collections.Immutable;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>What a chart shows, and nothing of how it is drawn. The same for everybody who looks, so that it is made once.</summary>
public sealed record ChartSpec
{
    public required ChartKind Kind { get; init; }

    /// <summary>What the numbers are of: "Cumulative flow".</summary>
    public required string Title { get; init; }

    /// <summary>What is counted, short: "cards", "days". May stay empty.</summary>
    public string Unit { get; init; } = "";

    public required ChartAxis Axis { get; init; }

    /// <summary>In the order in which they are read; of layers, the first lies on top.</summary>
    public required ImmutableArray<ChartSeries> Series { get; init; }

    public ImmutableArray<ChartMark> Marks { get; init; } = [];

    /// <summary>For points: the room below, between and above the marked values is tinted, the more worrying the higher. The marks' names say the same.</summary>
    public bool HasZones { get; init; }

    /// <summary>Decimals that are worth showing; fewer are shown where there are none.</summary>
    public int Decimals { get; init; }

    /// <summary>Bars that lie: for names longer than a word or two.</summary>
    public bool IsHorizontal { get; init; }

    /// <summary>Bars of several series on top of each other, not side by side.</summary>
    public bool IsStacked { get; init; }

    /// <summary>What to say while there is nothing to show; a general sentence when empty.</summary>
    public string EmptyText { get; init; } = "";

    /// <summary>True when there is no value at all.</summary>
    public bool IsEmpty => Axis.Count == 0 || Series.All(s => s.Points.IsEmpty && s.Values.All(value => value is null));
}

/// <summary>How numbers become a picture.</summary>
public enum ChartKind
{
    /// <summary>One bar, or one for each series, for each place.</summary>
    Bars,

    /// <summary>Layers over days: cumulative flow.</summary>
    StackedArea,

    /// <summary>Lines over days, moments or places.</summary>
    Lines,

    /// <summary>Points, each with a name of its own.</summary>
    Scatter,

    /// <summary>Bars without gaps; each place is a range.</summary>
    Histogram,

    /// <summary>A small line without axes, title or menu, to stand beside a figure.</summary>
    Sparkline,
}

/// <summary>One row of numbers.</summary>
/// <param name="Name">What they are of.</param>
/// <param name="Color">Its colour everywhere on the page.</param>
public sealed record ChartSeries(string Name, ChartColor Color)
{
    /// <summary>One for each place of the axis; null is a gap. None for points.</summary>
    public ImmutableArray<double?> Values { get; init; } = [];

    /// <summary>For <see cref="ChartKind.Scatter"/>.</summary>
    public ImmutableArray<ChartPoint> Points { get; init; } = [];

    /// <summary>For bars: where each is full (null: never). Full ones and fuller ones get the colours of warning.</summary>
    public ImmutableArray<double?> Limits { get; init; } = [];

    /// <summary>For bars that stand for people or labels: the colour of each.</summary>
    public ImmutableArray<ChartColor> Colors { get; init; } = [];

    /// <summary>Not measured: an ideal, a forecast.</summary>
    public bool IsDashed { get; init; }

    /// <summary>The last bar is still growing: this week.</summary>
    public bool IsLastOpen { get; init; }
}

/// <summary>One thing that was measured.</summary>
/// <param name="Place">Number of its place on the axis.</param>
/// <param name="Value">Its height.</param>
/// <param name="Label">What it is: a card's number and title.</param>
/// <param name="Address">A page of this site that shows it, if there is one.</param>
public sealed record ChartPoint(int Place, double Value, string Label, string? Address = null);

/// <summary>A line across the chart.</summary>
/// <param name="Name">"85 %", "target", "today".</param>
/// <param name="Value">A value, or the number of a place.</param>
/// <param name="Axis">Which of the two.</param>
/// <param name="IsStrong">The one that counts: not dashed.</param>
public sealed record ChartMark(
    string Name,
    double Value,
    ChartMarkAxis Axis = ChartMarkAxis.Value,
    bool IsStrong = false
);

/// <summary>What a mark marks.</summary>
public enum ChartMarkAxis
{
    Value,
    Place,
}
