namespace LiveBoard.Core.Boards;

/// <summary>Moments as a clock on the wall shows them. Pure.</summary>
public static class WallClock
{
    /// <summary>UTC of what the clock shows; a moment that a clock change skips is taken an hour later.</summary>
    public static DateTime ToUtc(TimeZoneInfo zone, DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall, zone);
    }
}
