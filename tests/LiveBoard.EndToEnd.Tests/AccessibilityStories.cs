using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>axe finds nothing serious on the pages around the boards, in light and in dark.</summary>
public sealed class AccessibilityStories(Chromium chromium) : StoryTest(chromium)
{
    private readonly AccessibilityReport _report = new();

    [Fact]
    public async Task SetUp_IsAccessible()
    {
        await using var fresh = new LiveBoardApp();
        var address = fresh.StartOnSocket();
        var nobody = await App.OpenEmptyAsync(AccessibilityReport.Browser);

        await nobody.GotoAsync(address);
        await nobody.GetByLabel("Set-up code").WaitForAsync();
        await _report.LookAtAsync(nobody, "set-up");

        _report.ExpectNothing();
    }

    [Fact]
    public async Task AccountPages_AreAccessible()
    {
        var services = App.App.Services;
        Assert.True(
            (await services.GetRequiredService<InstanceService>().SetRegistrationOpenAsync(App.Ada.Actor, true)).IsDone
        );
        var invitation = await services
            .GetRequiredService<InvitationService>()
            .CreateAsync(App.Ada.Actor, App.App.WorkspaceId, WorkspaceRole.Member);
        var nobody = await App.OpenEmptyAsync(AccessibilityReport.Browser);
        string[] pages =
        [
            "register",
            $"invite/{invitation.Value}",
            "invite/none",
            "there/is/no/such/page",
            "status/403",
            "status/429",
            "status/500",
            "signin",
        ];
        foreach (var path in pages)
        {
            await nobody.GotoAsync($"{App.Url}/{path}");
            await _report.LookAtAsync(nobody, path);
        }

        await nobody.GetByLabel("E-mail address").FillAsync("nobody@example.org");
        await nobody.GetByLabel("Password").FillAsync("not the password");
        await Button(nobody, "Sign in").ClickAsync();
        await nobody.GetByRole(AriaRole.Alert).WaitForAsync();
        await _report.LookAtAsync(nobody, "sign-in refused");

        var bo = await App.OpenAsync(App.Bo, AccessibilityReport.Browser);
        await bo.GotoAsync($"{App.Url}/profile");
        await _report.LookAtAsync(bo, "profile");
        await bo.GotoAsync($"{App.Url}/profile/security");
        await _report.LookAtAsync(bo, "security");
        await bo.GetByLabel("Current password").FillAsync("not the password");
        await bo.GetByLabel("New password").FillAsync("another good password");
        await Button(bo, "Change password").ClickAsync();
        await bo.GetByRole(AriaRole.Alert).WaitForAsync();
        await _report.LookAtAsync(bo, "security refused");
        foreach (var page in new[] { "confirm", "profile/second-step", "profile/passkeys/new" })
        {
            await bo.GotoAsync($"{App.Url}/{page}");
            await _report.LookAtAsync(bo, page);
        }

        _report.ExpectNothing();
    }

    [Fact]
    public async Task Home_IsAccessible()
    {
        var page = await App.OpenAsync(App.Ada, AccessibilityReport.Browser);
        await GoAsync(page, "");
        await _report.LookAtAsync(page, "home without boards");

        await App.MakeBoardAsync();
        var hidden = Guid.CreateVersion7();
        var old = Guid.CreateVersion7();
        await AddBoardAsync(hidden, "Pay", BoardVisibility.Private);
        await AddBoardAsync(old, "Last winter", BoardVisibility.Workspace);
        await App.SendAsync(new ArchiveBoard { BoardId = old, IsArchived = true });
        await page.Locator(".bd .star").First.ClickAsync();
        await page.Locator("section[aria-label=Starred]").WaitForAsync();
        await _report.LookAtAsync(page, "home");

        await page.Locator(".rail .me").ClickAsync();
        await page.Locator("#you:popover-open").WaitForAsync();
        await _report.LookAtAsync(page, "the viewer's menu");
        await page.Keyboard.PressAsync("Escape");

        await Button(page, "New board").ClickAsync();
        await page.Locator(".mud-dialog input").First.WaitForAsync();
        await _report.LookAtAsync(page, "new board");

        _report.ExpectNothing();
    }

    [Fact]
    public async Task WorkspaceAndAdministration_AreAccessible()
    {
        await App.MakeBoardAsync();
        var page = await App.OpenAsync(App.Ada, AccessibilityReport.Browser);
        await GoAsync(page, $"w/{App.App.WorkspaceId}");
        await _report.LookAtAsync(page, "workspace");

        await Button(page, "Invite somebody").ClickAsync();
        await page.Locator("#new-invitation").WaitForAsync();
        await _report.LookAtAsync(page, "invite");
        await Button(page, "Make the link").ClickAsync();
        await page.GetByLabel("Invitation link").WaitForAsync();
        await _report.LookAtAsync(page, "invitation link");
        await Button(page, "Done").ClickAsync();
        await page.Locator("section[aria-label='Open invitations'] button").WaitForAsync();
        await _report.LookAtAsync(page, "workspace with an invitation");

        await Button(page, "Remove Bo Berg").ClickAsync();
        await page.Locator(".mud-dialog").WaitForAsync();
        await _report.LookAtAsync(page, "remove somebody");

        await GoAsync(page, "admin");
        await page.GetByRole(AriaRole.Table).WaitForAsync();
        await _report.LookAtAsync(page, "administration");
        await page.GotoAsync($"{App.Url}/w/{Guid.NewGuid()}");
        await page.GetByText("There is no such workspace").WaitForAsync();
        await _report.LookAtAsync(page, "no such workspace");

        _report.ExpectNothing();
    }

    [Fact]
    public async Task Import_IsAccessible()
    {
        var page = await App.OpenAsync(App.Ada, AccessibilityReport.Browser);
        await GoAsync(page, "import");
        await _report.LookAtAsync(page, "import");

        await page.UploadAsync(TrelloSample.PresentDay);
        await WaitUntilItListensAsync(page);
        await page.Locator(".import-form").WaitForAsync();
        await _report.LookAtAsync(page, "fidelity report");

        await GoAsync(page, "import");
        await page.UploadAsync("{ \"name\": 7 }");
        await WaitUntilItListensAsync(page);
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await _report.LookAtAsync(page, "import refused");

        _report.ExpectNothing();
    }

    private Task AddBoardAsync(Guid id, string name, BoardVisibility visibility) =>
        App.SendAsync(
            new CreateBoard
            {
                BoardId = id,
                WorkspaceId = App.App.WorkspaceId,
                Name = name,
                Visibility = visibility,
                Columns = [],
            }
        );
}
