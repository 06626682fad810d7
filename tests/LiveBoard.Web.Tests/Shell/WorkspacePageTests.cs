using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Pages.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Shell;

public sealed class WorkspacePageTests : DirectoryPageTest
{
    [Fact]
    public async Task Owner_GivesAnotherRole_AndWithdrawsAnInvitation()
    {
        var bo = await App.CreateUserAsync(name: "Bo Berg");
        var invitations = App.Services.GetRequiredService<InvitationService>();
        await invitations.CreateAsync(Ada.Actor, App.WorkspaceId, WorkspaceRole.Member, "Mara", Stop);
        SignIn(Ada);
        var page = Open();

        await page.WaitForElement("select[aria-label='Role of Bo Berg']").ChangeAsync(new() { Value = "Owner" });
        page.WaitForAssertion(() => Assert.Equal(WorkspaceRole.Owner, RoleOf(bo)));
        await page.Find("button[aria-label='Withdraw the invitation for Mara']").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("Nobody is on the way", page.Markup, StringComparison.Ordinal));
        Assert.Empty(await invitations.ListAsync(Ada.Actor, App.WorkspaceId, Stop));
    }

    [Fact]
    public async Task Member_SeesPeopleAndNothingToChange()
    {
        var bo = await App.CreateUserAsync(name: "Bo Berg");
        SignIn(bo);

        var page = Open();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".ln.who").Count));
        Assert.Empty(page.FindAll("select, .ln button, .btn.pri"));
        Assert.Empty(page.FindAll("section[aria-label='Open invitations']"));
    }

    [Fact]
    public async Task PersonJoining_AppearsByThemselves()
    {
        SignIn(Ada);
        var page = Open();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".ln.who")));

        await App.CreateUserAsync(name: "Bo Berg");

        page.WaitForAssertion(() => Assert.Contains("Bo Berg", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RemovedPerson_SeesNothingOfItAnyMore()
    {
        var bo = await App.CreateUserAsync(name: "Bo Berg");
        SignIn(bo);
        var page = Open();
        page.WaitForElement(".ln.who");

        await App
            .Services.GetRequiredService<DirectoryService>()
            .RemoveMemberAsync(Ada.Actor, App.WorkspaceId, bo.Id, Stop);

        page.WaitForAssertion(() =>
            Assert.Contains("There is no such workspace", page.Markup, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Ada Admin", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admin_OpensRegistrationAndMakesAWorkspace()
    {
        SignIn(Ada);
        var page = Render<AdminPage>();

        await page.WaitForElement(".opt input").ChangeAsync(new() { Value = true });
        page.WaitForAssertion(() => Assert.True(page.Find(".opt input").HasAttribute("checked")));
        await page.Find(".new-row input").ChangeAsync(new() { Value = "Night shift" });
        await page.Find(".new-row").SubmitAsync(EventArgs.Empty);

        page.WaitForAssertion(() =>
            Assert.Contains("Night shift", page.Find("table").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Admin_IsClosedToOthers()
    {
        var bo = await App.CreateUserAsync(role: WorkspaceRole.Owner);
        SignIn(bo);

        var page = Render<AdminPage>();

        page.WaitForAssertion(() =>
            Assert.Contains("This page is for administrators", page.Markup, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll("input, table"));
    }

    private IRenderedComponent<WorkspacePage> Open() =>
        Render<WorkspacePage>(p => p.Add(w => w.WorkspaceId, App.WorkspaceId));

    private WorkspaceRole RoleOf(TestUser user)
    {
        using var db = App.CreateDbContext();
        return db.WorkspaceMembers.Single(m => m.PersonId == user.Id).Role;
    }
}
