namespace LiveBoard.Core.Boards;

/// <summary>A named series of numbers that comes from outside: typed in by people, or pushed by programs.</summary>
public sealed class MetricSeries
{
    /// <summary>Longest <see cref="Key"/>.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest <see cref="Name"/>, in UTF-16 units.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Longest <see cref="Unit"/>, in UTF-16 units.</summary>
    public const int MaxUnitLength = 20;

    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>What programs call it: a-z, 0-9, dash, underscore and dot; once in a workspace.</summary>
    public required string Key { get; set; }

    /// <summary>What people call it, never empty.</summary>
    public required string Name { get; set; }

    /// <summary>What is counted, shown after the value; may be empty.</summary>
    public required string Unit { get; set; }

    /// <summary>What it should come to; null for no target.</summary>
    public double? Target { get; set; }

    /// <summary>Which way is better.</summary>
    public required MetricDirection Direction { get; set; }

    /// <summary>
    /// One more with each commit that changes the series or its points. Whoever changes points raises it in the same
    /// commit: it decides which of two writers was first, and it is what viewers are told by.
    /// </summary>
    public long Version { get; set; }
}

/// <summary>A value of a series at a moment.</summary>
public sealed class MetricPoint
{
    /// <summary>The series.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>When, UTC, to the millisecond; once in a series.</summary>
    public required DateTime At { get; init; }

    /// <summary>How much; always finite.</summary>
    public required double Value { get; set; }

    /// <summary>The person who typed it in; null for a program. No reference: nobody asks for the points of a person.</summary>
    public Guid? EnteredById { get; set; }
}

/// <summary>Which way a series should go.</summary>
public enum MetricDirection
{
    /// <summary>Neither way is better.</summary>
    Neither = 0,

    /// <summary>More is better.</summary>
    HigherIsBetter = 1,

    /// <summary>Less is better.</summary>
    LowerIsBetter = 2,
}
