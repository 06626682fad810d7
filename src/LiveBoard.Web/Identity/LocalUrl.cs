namespace LiveBoard.Web.Identity;

/// <summary>Keeps "where to go after signing in" on this site.</summary>
internal static class LocalUrl
{
    public const string Home = "/";

    /// <summary>
    /// The address when it is a path of this site, else home. Browsers read "//e" and "/\e" as another host and drop
    /// tabs and line breaks first, so all of these are refused.
    /// </summary>
    public static string OrHome(string? url) =>
        url is ['/', ..] && url is not ['/', '/', ..] && url.All(c => c != '\\' && !char.IsControl(c)) ? url : Home;
}
