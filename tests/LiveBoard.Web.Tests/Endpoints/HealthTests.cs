using System.Net;
using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Endpoints;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_NeedsNoSignInNorSetUp()
    {
        await using var app = new LiveBoardApp();
        using var client = app.CreateBrowser();

        using var response = await client.GetAsync("/health", Xunit.TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
