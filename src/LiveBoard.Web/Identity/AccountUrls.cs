namespace LiveBoard.Web.Identity;

/// <summary>Addresses of the account pages.</summary>
internal static class AccountUrls
{
    /// <summary>The page, carrying along where to go afterwards if that is a place on this site.</summary>
    public static string With(string page, string? returnUrl) =>
        LocalUrl.OrHome(returnUrl) is var local && local != LocalUrl.Home
            ? $"{page}?returnUrl={Uri.EscapeDataString(local)}"
            : page;
}
