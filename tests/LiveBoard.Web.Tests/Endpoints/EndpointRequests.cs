using System.Net.Mime;
using System.Text;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Endpoints;

/// <summary>What is sent to an address of docs/access.md: most are read, some are posted to.</summary>
internal static class EndpointRequests
{
    /// <summary>Asks for the address as this page's forms do.</summary>
    /// <param name="browser">Whose.</param>
    /// <param name="pattern">The row of the table.</param>
    /// <param name="address">A real address of it.</param>
    /// <param name="formPage">A page with a form that this person may open.</param>
    public static Task<HttpResponseMessage> SendAsync(
        HttpClient browser,
        string pattern,
        string address,
        string formPage
    ) =>
        pattern switch
        {
            "/admin/system/backups/{Backup}" => browser.PressAsync(formPage, address),
            "/admin/system/backups" => SendFileAsync(browser, address, formPage, "no backup"),
            "/profile/data/file" => browser.PressAsync(formPage, address),
            "/signout" => browser.SignOutAsync(formPage),
            "/passkeys/creation-options" or "/passkeys/request-options" => AskAsync(browser, address, formPage),
            "/b/{BoardId:guid}/cards/{CardId:guid}/files" => browser.UploadFileAsync(
                address,
                formPage,
                "new.txt",
                "new"u8.ToArray()
            ),
            "/import/upload" => UploadAsync(browser, formPage),
            "/b/{BoardId:guid}/import/upload" => UploadRowsAsync(browser, address, formPage),
            "/api/v1/metrics" or "/api/v1/metrics/{Key}" => PushAsync(browser, address),
            "/_blazor/*" => NegotiateAsync(browser),
            "static files" => browser.GetAsync(At("/mark.svg")),
            _ => browser.GetAsync(At(address)),
        };

    private static async Task<HttpResponseMessage> AskAsync(HttpClient browser, string address, string formPage)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At(address));
        request.Headers.Add("RequestVerificationToken", await browser.GetAntiforgeryTokenAsync(formPage));
        return await browser.SendAsync(request);
    }

    public static Task<HttpResponseMessage> UploadAsync(HttpClient browser, string formPage) =>
        SendFileAsync(browser, "/import/upload", formPage, TrelloSample.PresentDay);

    private static async Task<HttpResponseMessage> SendFileAsync(
        HttpClient browser,
        string address,
        string formPage,
        string content
    )
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.GetAntiforgeryTokenAsync(formPage)), "__RequestVerificationToken" },
            { new StringContent(content), "file", "file" },
        };
        return await browser.PostAsync(At(address), form);
    }

    public static async Task<HttpResponseMessage> UploadRowsAsync(HttpClient browser, string address, string formPage)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.GetAntiforgeryTokenAsync(formPage)), "__RequestVerificationToken" },
            { new StringContent("Title\nNew"), "file", "cards.csv" },
        };
        return await browser.PostAsync(At(address), form);
    }

    /// <summary>As a person's browser could: with whatever cookies there are, and no token.</summary>
    private static async Task<HttpResponseMessage> PushAsync(HttpClient browser, string address)
    {
        using var body = new StringContent("{ \"value\": 1 }", Encoding.UTF8, MediaTypeNames.Application.Json);
        return await browser.PostAsync(At(address), body);
    }

    private static async Task<HttpResponseMessage> NegotiateAsync(HttpClient browser)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At("/_blazor/negotiate?negotiateVersion=1"));
        request.Headers.Add("Origin", browser.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await browser.SendAsync(request);
    }

    private static Uri At(string address) => new(address, UriKind.Relative);
}
