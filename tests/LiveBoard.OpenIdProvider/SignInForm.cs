using System.Net;

namespace LiveBoard.OpenIdProvider;

/// <summary>The page on which somebody says who they are.</summary>
internal static class SignInForm
{
    public static string For(HttpRequest request)
    {
        // The request itself goes along, as it came.
        var hidden = string.Concat(
            request.Query.Select(pair =>
                $"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(pair.Key)}\" value=\"{WebUtility.HtmlEncode(pair.Value)}\">"
            )
        );
        return $"""
            <!DOCTYPE html><html lang="en"><title>Provider</title><h1>Provider</h1>
            <form method="post" action="/authorize">{hidden}
            <label>Key <input name="sub"></label>
            <label>Name <input name="name"></label>
            <label>Address <input name="email"></label>
            <label><input type="checkbox" name="verified"> Address checked</label>
            <label><input type="checkbox" name="mfa"> More than a password</label>
            <label><input type="checkbox" name="stale"> Asked an hour ago</label>
            <button>Allow</button></form></html>
            """;
    }
}
