using System.Net;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Tests.Endpoints;

/// <summary>What came of a request, in the words of docs/access.md.</summary>
internal static class EndpointAnswer
{
    /// <summary>What live pages say, which are there before they know what they may show.</summary>
    private static readonly Dictionary<string, string> Sayings = new(StringComparer.Ordinal)
    {
        [WorkspaceTexts.MissingTitle] = "404",
        [BoardTexts.NoBoard] = "404",
        [ImportTexts.Gone] = "404",
        [ShellTexts.NotFound] = "404",
        [GuestTexts.EndedTitle] = "404",
        [WorkspaceTexts.AdminMissingTitle] = "no",
    };

    public static async Task<string> OfAsync(HttpResponseMessage response) =>
        response.StatusCode switch
        {
            HttpStatusCode.OK => OfPage(WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync())),
            HttpStatusCode.Redirect => OfRedirect(response),
            var other => $"{(int)other}",
        };

    private static string OfPage(string page) =>
        Sayings.FirstOrDefault(s => page.Contains(s.Key, StringComparison.Ordinal)).Value ?? "yes";

    /// <summary>Being asked to sign in keeps where one wanted to go; other ways to that page do not.</summary>
    private static string OfRedirect(HttpResponseMessage response)
    {
        var target = new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!).PathAndQuery;
        return target switch
        {
            "/" => "home",
            "/setup" => "set-up",
            _ when target.StartsWith("/signin?returnUrl=", StringComparison.Ordinal) => "sign-in",
            _ => "yes",
        };
    }
}
