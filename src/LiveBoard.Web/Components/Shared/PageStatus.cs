using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Shared;

/// <summary>
/// Answers the request of a page with a status beside the words that the page has for it: what is not there, or not for
/// this person, is so for programs too. Does nothing on a page that is already live.
/// </summary>
public sealed class PageStatus : ComponentBase
{
    [Parameter, EditorRequired]
    public int Code { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        if (Http is { Response.HasStarted: false } http)
        {
            // Not before it begins: until then the framework takes a status for an answer without a page, and makes one.
            http.Response.OnStarting(() =>
            {
                http.Response.StatusCode = Code;
                return Task.CompletedTask;
            });
        }
    }
}
