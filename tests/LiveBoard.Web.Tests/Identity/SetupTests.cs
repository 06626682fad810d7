using System.Net;
using LiveBoard.Testing;
using LiveBoard.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Identity;

public sealed class SetupTests : IAsyncDisposable
{
    private readonly LiveBoardApp _app = new();

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    private string Code => _app.Services.GetRequiredService<SetupCode>().ToString();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/signin")]
    [InlineData("/register")]
    [InlineData("/boards/1")]
    public async Task EveryPage_BeforeTheFirstAccount_LeadsToSetUp(string page)
    {
        using var client = _app.CreateBrowser();

        using var response = await client.GetAsync(page, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/setup", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task RightCode_MakesTheAdministratorWithAWorkspace_AndSignsIn()
    {
        using var client = _app.CreateBrowser();

        using var response = await SetUpAsync(client, Code.ToLowerInvariant());

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await using var db = _app.CreateDbContext();
        var user = await db.Users.SingleAsync(Cancellation);
        Assert.True(user.IsAdministrator);
        Assert.Equal("Ada", (await db.People.SingleAsync(p => p.Id == user.Id, Cancellation)).Name);
        var workspace = await db.Workspaces.Include(w => w.Members).SingleAsync(Cancellation);
        Assert.Equal(user.Id, Assert.Single(workspace.Members).PersonId);
        using var home = await client.GetAsync("/", Cancellation);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000-0000-0000-0000-0000-0000-0000-0000")]
    public async Task WrongCode_MakesNothing(string code)
    {
        using var client = _app.CreateBrowser();

        using var response = await SetUpAsync(client, code);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await using var db = _app.CreateDbContext();
        Assert.False(await db.Users.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task WrongCode_AgainAndAgain_IsSlowedDown_EvenWithTheRightOne()
    {
        using var client = _app.CreateBrowser();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await SetUpAsync(client, "0000");
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        }

        using var response = await SetUpAsync(client, Code);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
    }

    [Fact]
    public async Task SetUp_AfterItWasDone_IsOver()
    {
        using var client = _app.CreateBrowser();
        var token = await client.GetAntiforgeryTokenAsync("/setup");
        await _app.CreateAdministratorAsync();

        using var again = await PostAsync(client, token, Code);
        using var page = await client.GetAsync("/setup", Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        await using var db = _app.CreateDbContext();
        Assert.Equal(1, await db.Users.CountAsync(Cancellation));
    }

    [Fact]
    public async Task SetUp_ByTwoAtTheSameMoment_MakesOneAdministrator()
    {
        await using var app = new LiveBoardApp().With("LiveBoard:Limits:SetupTriesPerMinute", "100");
        var code = app.Services.GetRequiredService<SetupCode>().ToString();
        var clients = new List<(HttpClient Client, string Token)>();
        for (var i = 0; i < 8; i++)
        {
            var client = app.CreateBrowser();
            clients.Add((client, await client.GetAntiforgeryTokenAsync("/setup")));
        }

        var responses = await Task.WhenAll(
            clients.Select((c, i) => PostAsync(c.Client, c.Token, code, $"user{i}@example.com"))
        );

        Assert.Single(responses, r => r.StatusCode == HttpStatusCode.Redirect);
        await using var db = app.CreateDbContext();
        Assert.Equal(1, await db.Users.CountAsync(Cancellation));
        Assert.Equal(1, await db.Workspaces.CountAsync(Cancellation));
        Assert.Equal(1, await db.People.CountAsync(Cancellation));
        clients.ForEach(c => c.Client.Dispose());
        Array.ForEach(responses, r => r.Dispose());
    }

    private static Task<HttpResponseMessage> SetUpAsync(HttpClient client, string code) =>
        client.SubmitAsync("/setup", "setup", Fields(code, "ada@example.com"));

    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client,
        string token,
        string code,
        string email = "ada@example.com"
    )
    {
        using var form = new FormUrlEncodedContent(
            Fields(code, email)
                .Append(("_handler", "setup"))
                .Append(("__RequestVerificationToken", token))
                .Select(f => KeyValuePair.Create(f.Item1, f.Item2))
        );
        return await client.PostAsync(new Uri("/setup", UriKind.Relative), form, Cancellation);
    }

    private static IEnumerable<(string Name, string Value)> Fields(string code, string email) =>
        [
            ("Code", code),
            ("Name", "Ada"),
            ("Email", email),
            ("Password", "seven green bicycles"),
            ("Workspace", "Team"),
        ];
}
