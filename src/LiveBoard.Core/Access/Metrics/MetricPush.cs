namespace LiveBoard.Core.Access.Metrics;

/// <summary>A token that was found good. Worth nothing by itself: the intake looks again with each push.</summary>
/// <param name="TokenId">The token.</param>
/// <param name="WorkspaceId">The only workspace it is good for.</param>
/// <param name="IsResting">True while whoever made it is no owner of the workspace (any more): it does nothing.</param>
public sealed record ApiPass(Guid TokenId, Guid WorkspaceId, bool IsResting);

/// <summary>What a program pushes to one series.</summary>
/// <param name="Key">What the program calls the series.</param>
/// <param name="KeyPlace">Where in the request the key stands.</param>
/// <param name="PointsPlace">Where in the request the points stand; empty when the request is the only point.</param>
/// <param name="Points">The points.</param>
public sealed record MetricPush(string Key, string KeyPlace, string PointsPlace, IReadOnlyList<MetricInput> Points)
{
    /// <summary>Where a part of a point stands: <c>series.deploys[3].value</c>.</summary>
    public string PlaceOf(int index, string part) => PointsPlace.Length == 0 ? part : $"{PointsPlace}[{index}].{part}";
}

/// <summary>A point as a program pushes it.</summary>
/// <param name="At">When, UTC; null for now.</param>
/// <param name="Value">How much.</param>
public readonly record struct MetricInput(DateTime? At, double Value);

/// <summary>What came of a push. Either all of it was taken, or nothing.</summary>
/// <param name="Stored">Points that are new or have another value.</param>
/// <param name="Unchanged">Points that were there with the same value.</param>
/// <param name="Refusal">Why nothing was taken; null when all was.</param>
public sealed record MetricReceipt(int Stored, int Unchanged, MetricRefusal? Refusal = null)
{
    internal static MetricReceipt Refused(MetricRefusalCode code, string place = "") => new(0, 0, new(code, place));
}

/// <summary>Why a push was not taken.</summary>
/// <param name="Code">What is wrong.</param>
/// <param name="Place">Where in the request; empty for the request as a whole.</param>
public sealed record MetricRefusal(MetricRefusalCode Code, string Place);

/// <summary>What can be wrong with a push.</summary>
public enum MetricRefusalCode
{
    /// <summary>There is no such token (any more).</summary>
    TokenInvalid,

    /// <summary>Whoever made the token is no owner of the workspace (any more).</summary>
    TokenResting,

    /// <summary>The workspace has no such series.</summary>
    SeriesNotFound,

    /// <summary>There is no point in it.</summary>
    NoPoints,

    /// <summary>More points than are taken at once.</summary>
    TooManyPoints,

    /// <summary>A value is not finite.</summary>
    ValueNotFinite,

    /// <summary>A time is before the year 2000 or more than a day ahead.</summary>
    TimeOutOfRange,

    /// <summary>Two points of the push are for the same time, so that one would be lost.</summary>
    TimeRepeated,

    /// <summary>Others were writing all the time; try again.</summary>
    Busy,
}
