using Microsoft.AspNetCore.Authentication.Cookies;

namespace LiveBoard.Web.Identity;

/// <summary>
/// Gives the cookie the <c>__Host-</c> prefix over https: browsers then refuse one set by a sibling domain or over
/// plain http. The prefix demands Secure, so over plain http on the own machine the cookie goes without.
/// </summary>
internal sealed class HostPrefixCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        _cookies.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}
