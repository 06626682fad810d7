using System.Net;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Identity;

public sealed class InvitationPageTests : IAsyncDisposable
{
    private readonly LiveBoardApp _app = new LiveBoardApp().With("LiveBoard:Limits:RegistrationsPerHour", "100");

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Link_MakesOneAccountInTheWorkspace_WithTheInvitationsRole()
    {
        var token = await InviteAsync(WorkspaceRole.Member);
        using var client = _app.CreateBrowser();

        using var response = await RegisterAsync(client, token, ("Role", "Owner"), ("IsAdministrator", "true"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await using var db = _app.CreateDbContext();
        var user = await db.Users.SingleAsync(u => u.Email == "new@example.com", Cancellation);
        Assert.False(user.IsAdministrator);
        var member = await db.WorkspaceMembers.SingleAsync(m => m.PersonId == user.Id, Cancellation);
        Assert.Equal(WorkspaceRole.Member, member.Role);
        Assert.False(await db.Invitations.AnyAsync(i => i.TokenHash == token, Cancellation));
        using var again = await client.GetAsync($"/invite/{token}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Link_UsedByTwoAtTheSameMoment_MakesOneAccount()
    {
        var token = await InviteAsync(WorkspaceRole.Member);
        var clients = Enumerable.Range(0, 6).Select(_ => _app.CreateBrowser()).ToList();

        var responses = await Task.WhenAll(
            clients.Select((c, i) => RegisterAsync(c, token, ("Email", $"user-{i}@example.com")))
        );

        Assert.Single(responses, r => r.StatusCode == HttpStatusCode.Redirect);
        await using var db = _app.CreateDbContext();
        Assert.Equal(2, await db.Users.CountAsync(Cancellation));
        clients.ForEach(c => c.Dispose());
        Array.ForEach(responses, r => r.Dispose());
    }

    [Fact]
    public async Task Link_OpenedBySomebodySignedIn_TakesThemIn()
    {
        var token = await InviteAsync(WorkspaceRole.Member);
        var directory = _app.Services.GetRequiredService<DirectoryService>();
        var other = await directory.CreateWorkspaceAsync(_app.Administrator.Actor, "Other", Cancellation);
        var user = await _app.CreateUserAsync(other.Value);
        using var client = await _app.CreateBrowserAsync(user);

        using var response = await client.SubmitAsync($"/invite/{token}", "join");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await using var db = _app.CreateDbContext();
        Assert.Equal(2, await db.WorkspaceMembers.CountAsync(m => m.PersonId == user.Id, Cancellation));
    }

    [Fact]
    public async Task UnknownLink_LeadsNowhere()
    {
        await _app.CreateAdministratorAsync();
        using var client = _app.CreateBrowser();

        using var response = await client.GetAsync("/invite/AAAAAAAAAAAAAAAAAAAAAA", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task RegistrationClosed_RefusesEveryWay()
    {
        var token = await InviteAsync(WorkspaceRole.Member);
        using var client = _app.CreateBrowser();

        using var page = await client.GetAsync("/register", Cancellation);
        // The form's token is good for any form: a client need not have been shown the closed one.
        var form = Form(await client.GetAntiforgeryTokenAsync("/signin"), "register");
        using var posted = await client.PostAsync("/register", form, Cancellation);
        using var used = await RegisterAsync(client, token + "x");

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.False(posted.IsSuccessStatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, used.StatusCode);
        await using var db = _app.CreateDbContext();
        Assert.Equal(1, await db.Users.CountAsync(Cancellation));
    }

    [Fact]
    public async Task RegistrationOpen_MakesAnAccountWithoutAnyWorkspace()
    {
        await _app.CreateAdministratorAsync();
        var instance = _app.Services.GetRequiredService<InstanceService>();
        await instance.SetRegistrationOpenAsync(_app.Administrator.Actor, isOpen: true, Cancellation);
        using var client = _app.CreateBrowser();

        using var response = await client.SubmitAsync("/register", "register", Fields());

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await using var db = _app.CreateDbContext();
        var user = await db.Users.SingleAsync(u => u.Email == "new@example.com", Cancellation);
        Assert.False(await db.WorkspaceMembers.AnyAsync(m => m.PersonId == user.Id, Cancellation));
        using var again = await _app.CreateBrowser().SubmitAsync("/register", "register", Fields());
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    private async Task<string> InviteAsync(WorkspaceRole role)
    {
        await _app.CreateAdministratorAsync();
        var invitations = _app.Services.GetRequiredService<InvitationService>();
        var result = await invitations.CreateAsync(_app.Administrator.Actor, _app.WorkspaceId, role);
        return result.Value!;
    }

    private static async Task<HttpResponseMessage> RegisterAsync(
        HttpClient client,
        string token,
        params (string Name, string Value)[] others
    )
    {
        var form = Form(await client.GetAntiforgeryTokenAsync("/signin"), "invited", others);
        return await client.PostAsync(new Uri($"/invite/{token}", UriKind.Relative), form, Cancellation);
    }

    private static FormUrlEncodedContent Form(string token, string name, params (string Name, string Value)[] others) =>
        new(
            Fields()
                .Append(("_handler", name))
                .Append(("__RequestVerificationToken", token))
                .Where(f => !Array.Exists(others, o => o.Name == f.Item1))
                .Concat(others)
                .Select(f => KeyValuePair.Create(f.Item1, f.Item2))
        );

    private static IEnumerable<(string Name, string Value)> Fields() =>
        [("Name", "New"), ("Email", "new@example.com"), ("Password", "seven green bicycles")];
}
