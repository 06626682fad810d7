using LiveBoard.Testing;

namespace LiveBoard.Web.Tests.Hosting;

public sealed class InitializersTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    /// <summary>The page's script says so to Blazor (boot/circuit.js); a library that brings some would not be started.</summary>
    [Fact]
    public async Task NoLibrary_WantsToBeStartedWithThePage()
    {
        using var client = await setUp.App.CreateBrowserAsync(setUp.User);

        Assert.Equal("[]", await client.GetStringAsync("/_blazor/initializers", Cancellation));
    }
}
