namespace LiveBoard.Web.Hosting;

/// <summary>
/// Keeps the framework from writing down the addresses that are asked for: those of invitations, of links for new passwords
/// and for guests are secrets. Whoever turns its log up gets all else.
/// </summary>
internal static class QuietCategories
{
    private static readonly string[] TellingAddresses =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.StaticFiles",
        "Microsoft.AspNetCore.StaticAssets",
        "Microsoft.AspNetCore.Components",
    ];

    public static void KeepAddressesOut(this ILoggingBuilder logging)
    {
        foreach (var category in TellingAddresses)
        {
            logging.AddFilter(category, LogLevel.Warning);
        }
    }
}
