using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Components.Account;

/// <summary>
/// Browser and system in words, from what a browser says of itself. Only good for people to tell their own devices
/// apart: anybody can say anything. Most browsers name others as well, so the order decides.
/// </summary>
internal static class DeviceWords
{
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("CriOS/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Macintosh", "Mac"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    public static string Of(string userAgent) =>
        (Find(Browsers, userAgent), Find(Systems, userAgent)) switch
        {
            (null, null) => AccountTexts.DeviceUnknown,
            ({ } browser, null) => browser,
            (null, { } system) => system,
            ({ } browser, { } system) => AccountTexts.DeviceOn.With(browser, system),
        };

    private static string? Find((string Sign, string Name)[] names, string userAgent) =>
        names.FirstOrDefault(n => userAgent.Contains(n.Sign, StringComparison.Ordinal)).Name;
}
