using System.Globalization;
using LiveBoard.Core.Dashboards;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>
/// A period in an address: "?days=28". It is there and nowhere else, so that a link says it and nobody else's dashboard
/// changes.
/// </summary>
internal static class PeriodWords
{
    public const string Key = "days";

    /// <summary>What an address says; null for nothing that is offered.</summary>
    public static DashboardPeriod? Read(string? days) =>
        DashboardPeriod.Of(
            int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null
        );

    /// <summary>The end of an address.</summary>
    public static string Query(DashboardPeriod? period) =>
        period is null ? "" : string.Create(CultureInfo.InvariantCulture, $"?{Key}={period.Days}");
}
