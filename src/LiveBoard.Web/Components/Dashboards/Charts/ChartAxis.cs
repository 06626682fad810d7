using System.Collections.Immutable;

namespace LiveBoard.Web.Components.Dashboards.Charts;

/// <summary>The places at which there are values, in order.</summary>
public abstract record ChartAxis
{
    private ChartAxis() { }

    public abstract int Count { get; }

    /// <summary>Heads the column of places in a table; "Day" and the like when empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Columns, people, weeks, ranges: whatever has a name. Two may have the same.</summary>
    public sealed record Categories(ImmutableArray<string> Names) : ChartAxis
    {
        public override int Count => Names.Length;
    }

    /// <summary>Days, rising; those to come included, when a line leads there.</summary>
    public sealed record Days(ImmutableArray<DateOnly> Dates) : ChartAxis
    {
        public override int Count => Dates.Length;
    }

    /// <summary>Moments in UTC, rising.</summary>
    public sealed record Instants(ImmutableArray<DateTime> Moments) : ChartAxis
    {
        public override int Count => Moments.Length;
    }
}
