using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Access.Metrics;

/// <summary>The numbers of a workspace, as one of its people sees them.</summary>
/// <param name="WorkspaceName">Whose they are.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="Series">The series, by name.</param>
public sealed record MetricBook(string WorkspaceName, WorkspaceRole Role, IReadOnlyList<MetricListing> Series);

/// <summary>A series with its latest value.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Key">What programs call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Unit">What is counted; may be empty.</param>
/// <param name="Target">What it should come to; null for no target.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="LastAt">Time of the latest point, UTC; null when there is none.</param>
/// <param name="LastValue">Its value.</param>
public sealed record MetricListing(
    Guid Id,
    string Key,
    string Name,
    string Unit,
    double? Target,
    MetricDirection Direction,
    DateTime? LastAt,
    double? LastValue
)
{
    /// <summary>Whether the latest value is as good as the target; null when nobody can say.</summary>
    public bool? IsOnTarget =>
        (LastValue, Target, Direction) switch
        {
            ({ } value, { } target, MetricDirection.HigherIsBetter) => value >= target,
            ({ } value, { } target, MetricDirection.LowerIsBetter) => value <= target,
            _ => null,
        };
}

/// <summary>The latest points of a series.</summary>
/// <param name="Points">Newest first.</param>
/// <param name="HasMore">True when there are older ones.</param>
public sealed record MetricPointPage(IReadOnlyList<MetricPointListing> Points, bool HasMore);

/// <summary>A point, with who typed it in.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Value">How much.</param>
/// <param name="EnteredBy">Name of the person; null for a program.</param>
public sealed record MetricPointListing(DateTime At, double Value, string? EnteredBy);

/// <summary>What a series shall be.</summary>
/// <param name="Key">What programs call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Unit">What is counted; may be empty.</param>
/// <param name="Target">What it should come to; null for no target.</param>
/// <param name="Direction">Which way is better.</param>
public sealed record MetricWish(
    string? Key,
    string? Name,
    string? Unit = null,
    double? Target = null,
    MetricDirection Direction = MetricDirection.Neither
);
