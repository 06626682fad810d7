using System.Net;
using LiveBoard.Web.Texts;

namespace LiveBoard.Web.Tests.Endpoints;

/// <summary>What came of a request, in the words of docs/access.md.</summary>
internal static class EndpointAnswer
{
    public static async Task<string> OfAsync(HttpResponseMessage response) =>
        response.StatusCode switch
        {
            HttpStatusCode.OK => "yes",
            HttpStatusCode.Forbidden when await SaysAsync(response, WorkspaceTexts.AdminMissingTitle) => "no",
            HttpStatusCode.Redirect => OfRedirect(response),
            var other => $"{(int)other}",
        };

    private static async Task<bool> SaysAsync(HttpResponseMessage response, string words) =>
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()).Contains(words, StringComparison.Ordinal);

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
