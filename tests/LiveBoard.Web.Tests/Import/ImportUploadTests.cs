using System.Net;
using LiveBoard.Testing;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Import;

public sealed class ImportUploadTests : IAsyncLifetime
{
    private const int MaxFile = 50 * 1024 * 1024;

    private readonly LiveBoardApp _app = new();
    private TestUser _ada = null!;

    public async ValueTask InitializeAsync() => _ada = await _app.CreateAdministratorAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task GoodFile_LeadsToItsReview_AndMakesNothingYet()
    {
        using var browser = await _app.CreateBrowserAsync(_ada);

        using var answer = await UploadAsync(browser, TrelloSample.PresentDay);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var review = await browser.GetStringAsync(answer.Headers.Location);
        Assert.Contains("Found in", review, StringComparison.Ordinal);
        await using var db = _app.CreateDbContext();
        Assert.Equal(0, await db.Boards.CountAsync());
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("{\"name\":", "This is not JSON")]
    [InlineData("{}", "This is not a Trello export")]
    [InlineData("<html>Sign in</html>", "This is not JSON")]
    public async Task BadFile_IsRefusedWithItsReason(string content, string reason)
    {
        using var browser = await _app.CreateBrowserAsync(_ada);

        using var answer = await UploadAsync(browser, content);
        var review = await browser.GetStringAsync(answer.Headers.Location);

        Assert.Contains(reason, review, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfOneByteTooMany_IsRefusedWithItsReason()
    {
        using var browser = await _app.CreateBrowserAsync(_ada);

        using var answer = await UploadAsync(browser, new string(' ', MaxFile + 1));
        var review = await browser.GetStringAsync(answer.Headers.Location);

        Assert.Contains("The file is larger than", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RequestThatCouldHoldMoreThanTheFile_IsNotReadToItsEnd()
    {
        using var browser = await _app.CreateBrowserAsync(_ada);

        using var answer = await UploadAsync(browser, new string(' ', MaxFile + (128 * 1024)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        // The server's own limit, which ends the connection and which this in-memory one does not have.
        var endpoint = _app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Single(e => e.RoutePattern.RawText == "/import/upload");
        Assert.InRange(
            endpoint.Metadata.GetRequiredMetadata<IRequestSizeLimitMetadata>().MaxRequestBodySize!.Value,
            MaxFile,
            MaxFile + (128 * 1024)
        );
    }

    [Fact]
    public async Task SeveralBoards_WaitForTheirReview_OneAfterTheOther()
    {
        using var browser = await _app.CreateBrowserAsync(_ada);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.GetAntiforgeryTokenAsync("/import")), "__RequestVerificationToken" },
            { new StringContent(TrelloSample.PresentDay), "file", "first.json" },
            { new StringContent("{}"), "file", "second.json" },
        };
        using var answer = await browser.PostAsync(new Uri("/import/upload", UriKind.Relative), form);

        var first = answer.Headers.Location!.OriginalString;
        var second = $"/import/{first[(first.IndexOf('=', StringComparison.Ordinal) + 1)..]}";
        Assert.Contains("first.json", await PageAsync(browser, first), StringComparison.Ordinal);
        Assert.Contains("second.json was not imported", await PageAsync(browser, second), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(HttpClient browser, string address) =>
        await browser.GetStringAsync(new Uri(address, UriKind.Relative), Xunit.TestContext.Current.CancellationToken);

    [Fact]
    public async Task SomebodyElsesFile_IsNotThere()
    {
        using var ada = await _app.CreateBrowserAsync(_ada);
        using var bo = await _app.CreateBrowserAsync(await _app.CreateUserAsync());
        using var answer = await UploadAsync(ada, TrelloSample.PresentDay);

        using var refused = await bo.GetAsync(answer.Headers.Location, Xunit.TestContext.Current.CancellationToken);
        var review = await refused.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Contains("This import is no longer waiting", review, StringComparison.Ordinal);
        Assert.DoesNotContain("Found in", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyFilesOfOnePerson_AreTooMany_AndOthersGoOn()
    {
        await using var app = new LiveBoardApp().With("LiveBoard:Limits:UploadsPerMinute", "2");
        var administrator = await app.CreateAdministratorAsync();
        using var ada = await app.CreateBrowserAsync(administrator);
        using var bo = await app.CreateBrowserAsync(await app.CreateUserAsync());
        using var first = await UploadAsync(ada, "{}");
        using var second = await UploadAsync(ada, "{}");

        using var third = await UploadAsync(ada, "{}");
        using var other = await UploadAsync(bo, "{}");

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.True(third.Headers.Contains("Retry-After"));
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
    }

    [Fact]
    public async Task WithoutSignIn_NothingIsTaken()
    {
        using var browser = _app.CreateBrowser();
        using var form = new MultipartFormDataContent { { new StringContent("{}"), "file", "board.json" } };

        using var answer = await browser.PostAsync(new Uri("/import/upload", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/signin", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAntiforgeryToken_NothingIsTaken()
    {
        using var browser = await _app.CreateBrowserAsync(_ada);
        using var form = new MultipartFormDataContent { { new StringContent("{}"), "file", "board.json" } };

        using var answer = await browser.PostAsync(new Uri("/import/upload", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, string content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.GetAntiforgeryTokenAsync("/import")), "__RequestVerificationToken" },
            { new StringContent(content), "file", "board.json" },
        };
        return await browser.PostAsync(new Uri("/import/upload", UriKind.Relative), form);
    }
}
