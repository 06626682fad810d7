using System.Globalization;

namespace LiveBoard.Core.Commands.Bulk;

/// <summary>How much one command may be about.</summary>
public static class BulkLimits
{
    /// <summary>Most cards, new ones included.</summary>
    public const int MaxCards = 5000;

    /// <summary>Most cells.</summary>
    public const int MaxCells = 100_000;

    internal static readonly Rejection TooMany = new(RejectionCode.TooManyAtOnce, "cards", Words(MaxCards));

    internal static readonly Rejection TooManyCells = new(RejectionCode.TooManyAtOnce, "cells", Words(MaxCells));

    private static string Words(int limit) => limit.ToString("N0", CultureInfo.InvariantCulture);
}
