using System.Net;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Identity;

/// <summary>How guests come in, and that they stay guests.</summary>
public sealed class GuestCookieTests(SetUpApp setUp) : IClassFixture<SetUpApp>
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_LeadsToWhereItsSecretIsNotInTheAddress_AndTheCookieDoesNotHoldIt()
    {
        var (secret, link, _) = await MakeAsync();
        using var browser = setUp.App.CreateBrowser();

        using var entered = await browser.GetAsync($"/share/{secret}", Cancellation);

        Assert.Equal($"/guest/{link}", new Uri(browser.BaseAddress!, entered.Headers.Location!).AbsolutePath);
        var cookie = entered
            .Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("LiveBoard.Guest=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralLinks_AreOpenInOneBrowser_AndNoOtherOne()
    {
        using var browser = setUp.App.CreateBrowser();
        var (first, firstLink, _) = await MakeAsync("First board");
        var (second, secondLink, _) = await MakeAsync("Second board");
        var (_, foreign, _) = await MakeAsync("Foreign board");
        using var one = await browser.GetAsync($"/share/{first}", Cancellation);
        using var two = await browser.GetAsync($"/share/{second}", Cancellation);

        Assert.Contains(
            "First board",
            await browser.GetStringAsync($"/guest/{firstLink}", Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Second board",
            await browser.GetStringAsync($"/guest/{secondLink}", Cancellation),
            StringComparison.Ordinal
        );
        await ExpectNothingAsync(browser, $"/guest/{foreign}", "Foreign board");
    }

    [Fact]
    public async Task SomebodySignedIn_StaysWhoTheyAre()
    {
        var (secret, _, _) = await MakeAsync();
        var user = await setUp.App.CreateUserAsync();
        using var browser = await setUp.App.CreateBrowserAsync(user);

        using var entered = await browser.GetAsync($"/share/{secret}", Cancellation);

        Assert.Contains(user.Name, await browser.GetStringAsync("/profile", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_IsAskedForFirst_AndTheBoardIsNotNamed_AndGuessingEnds()
    {
        var (secret, link, _) = await MakeAsync("Secret board", "only for Acme");
        using var browser = setUp.App.CreateBrowser();

        var page = await browser.GetStringAsync($"/share/{secret}", Cancellation);
        Assert.DoesNotContain("Secret board", page, StringComparison.Ordinal);
        using var wrong = await browser.SubmitAsync($"/share/{secret}", "share", ("Password", "only for acme"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        await ExpectNothingAsync(browser, $"/guest/{link}", "Secret board");
        using var right = await browser.SubmitAsync($"/share/{secret}", "share", ("Password", "only for Acme"));
        Assert.Contains(
            "Secret board",
            await browser.GetStringAsync($"/guest/{link}", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task GuessingThePassword_IsSlowedDown()
    {
        await using var app = new LiveBoardApp().With("LiveBoard:Limits:SignInsPerMinute", "3");
        await app.CreateAdministratorAsync();
        var (secret, _, _) = await MakeAsync(app, "Board", "only for Acme");
        using var browser = app.CreateBrowser();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var guess = await browser.SubmitAsync($"/share/{secret}", "share", ("Password", $"guess {i}"));
            answers.Add(guess.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task WithdrawnLink_ShowsNothingAtTheNextRequest_AndCannotBeOpened()
    {
        var (secret, link, _) = await MakeAsync("Withdrawn board");
        using var browser = setUp.App.CreateBrowser();
        using var entered = await browser.GetAsync($"/share/{secret}", Cancellation);
        Assert.Contains(
            "Withdrawn board",
            await browser.GetStringAsync($"/guest/{link}", Cancellation),
            StringComparison.Ordinal
        );

        await setUp
            .App.Services.GetRequiredService<GuestLinkService>()
            .WithdrawAsync(setUp.User.Actor, link, Cancellation);

        await ExpectNothingAsync(browser, $"/guest/{link}", "Withdrawn board");
        using var again = await browser.GetAsync($"/share/{secret}", Cancellation);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    private static async Task ExpectNothingAsync(HttpClient browser, string path, string secret)
    {
        using var response = await browser.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain(secret, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private Task<(string Secret, Guid Link, Guid Board)> MakeAsync(
        string name = "Shared board",
        string? password = null
    ) => MakeAsync(setUp.App, name, password);

    private static async Task<(string Secret, Guid Link, Guid Board)> MakeAsync(
        LiveBoardApp app,
        string name,
        string? password
    )
    {
        var create = new CreateBoard
        {
            BoardId = Guid.CreateVersion7(),
            WorkspaceId = app.WorkspaceId,
            Name = name,
            Columns = [new NewColumn("Ready", ColumnStage.NotStarted)],
        };
        var commands = app.Services.GetRequiredService<BoardCommandHandler>();
        Assert.True((await commands.HandleAsync(create, app.Administrator.Actor)).IsDone);
        using var scope = app.Services.CreateScope();
        var hash = password is null
            ? null
            : scope
                .ServiceProvider.GetRequiredService<IPasswordHasher<ApplicationUser>>()
                .HashPassword(null!, password);
        var links = app.Services.GetRequiredService<GuestLinkService>();
        var made = await links.CreateAsync(
            app.Administrator.Actor,
            create.BoardId,
            new GuestLinkWish(PasswordHash: hash)
        );
        var link = (await links.ListAsync(app.Administrator.Actor, create.BoardId))[0];
        return (made.Value!, link.Id, create.BoardId);
    }
}
