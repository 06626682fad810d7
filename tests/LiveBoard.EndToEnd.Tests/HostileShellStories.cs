using System.Text;
using System.Text.Json;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>The same as <see cref="HostileTextStories"/> on the pages around the boards, for files and for addresses.</summary>
public sealed class HostileShellStories(Chromium chromium) : StoryTest(chromium)
{
    private const string FileName = $"x'><{HostileText.Element} onclick={HostileText.Script}>.json";

    private readonly HostilityWatch _watch = new();
    private string _invitation = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var mal = await App.App.CreateUserAsync(name: HostileText.Of("mal"));
        var people = App.App.Services.GetRequiredService<DirectoryService>();
        var team = App.App.WorkspaceId;
        Assert.True((await people.ChangePersonAsync(App.Ada.Actor, HostileText.Of("ada"), 1)).IsDone);
        Assert.True((await people.RenameWorkspaceAsync(App.Ada.Actor, team, HostileText.Of("team"))).IsDone);
        Assert.True((await people.CreateWorkspaceAsync(App.Ada.Actor, HostileText.Of("club"))).IsDone);
        _invitation = (
            await App
                .App.Services.GetRequiredService<InvitationService>()
                .CreateAsync(App.Ada.Actor, team, WorkspaceRole.Member, HostileText.Of("note"))
        ).Value!;
        await App.SendAsync(
            new ImportBoard
            {
                BoardId = App.BoardId,
                WorkspaceId = team,
                Plan = HostileBoard.Create(TimeProvider.System.GetUtcNow().UtcDateTime, mal.Id),
            }
        );
        var old = Guid.CreateVersion7();
        await App.SendAsync(
            new CreateBoard
            {
                BoardId = old,
                WorkspaceId = team,
                Name = HostileText.Of("old"),
            }
        );
        await App.SendAsync(new ArchiveBoard { BoardId = old, IsArchived = true });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnTheHomePage_ItIsText(bool isPolicyOff)
    {
        var ada = await OpenAsync(isPolicyOff);
        await GoAsync(ada, "");
        await ExpectTextAsync(ada.Locator(".bd-section h2 bdi", new() { HasText = "team" }), "team");
        await ExpectTextAsync(ada.Locator(".bd-link"), "board");
        await Button(ada, $"Star {HostileText.Of("board")}").ClickAsync();
        await ExpectTextAsync(ada.Locator(".rail .stars bdi"), "board");
        await ExpectTextAsync(ada.Locator("section[aria-label=Starred] .where"), "team");
        await ada.Locator(".bd-away summary").ClickAsync();
        await ExpectTextAsync(ada.Locator(".away bdi"), "old");
        await ada.Locator(".rail .me").ClickAsync();
        await ExpectTextAsync(ada.Locator("#you .me-name bdi"), "ada");
        await ada.Keyboard.PressAsync("Escape");
        await ada.GetByLabel("Find a board").FillAsync(HostileText.Of("board"));
        await ExpectTextAsync(ada.Locator("section[aria-label=Found] .bd-link"), "board");
        await Button(ada, "New board").ClickAsync();
        await Assertions
            .Expect(ada.Locator(".mud-dialog option"))
            .ToHaveTextAsync([HostileText.Of("club"), HostileText.Of("team")]);

        _watch.ExpectNothing();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnThePagesOfPeople_ItIsText(bool isPolicyOff)
    {
        var ada = await OpenAsync(isPolicyOff);
        await GoAsync(ada, $"w/{App.App.WorkspaceId}");
        await Assertions.Expect(ada).ToHaveTitleAsync($"{HostileText.Of("team")} - LiveBoard");
        await ExpectTextAsync(ada.Locator(".bar h1"), "team");
        await ExpectTextAsync(ada.Locator(".ln.who bdi", new() { HasText = "mal" }), "mal");
        await ExpectTextAsync(ada.Locator(".ln .lines bdi"), "note");
        await Assertions.Expect(ada.Locator(".ln .lines small")).ToContainTextAsync(HostileText.Of("ada"));
        await Button(ada, $"Remove {HostileText.Of("mal")}").ClickAsync();
        await Assertions
            .Expect(ada.Locator(".mud-dialog-title"))
            .ToContainTextAsync($"Remove {HostileText.Of("mal")} from {HostileText.Of("team")}?");
        await GoAsync(ada, "admin");
        await ExpectTextAsync(ada.Locator("td.name", new() { HasText = "club" }), "club");
        await ada.GotoAsync($"{App.Url}/profile");
        await Assertions.Expect(ada.Locator("input[name=Name]")).ToHaveValueAsync(HostileText.Of("ada"));

        var nobody = await App.OpenEmptyAsync(new BrowserNewContextOptions { BypassCSP = isPolicyOff });
        await _watch.WatchAsync(nobody);
        await nobody.GotoAsync($"{App.Url}/invite/{_invitation}");
        await Assertions.Expect(nobody).ToHaveTitleAsync($"Join {HostileText.Of("team")} · LiveBoard");
        await Assertions.Expect(nobody.Locator("h1")).ToHaveTextAsync($"Join {HostileText.Of("team")}");
        await Assertions.Expect(nobody.GetByText("invites you")).ToContainTextAsync(HostileText.Of("ada"));
        await nobody.GetByLabel("Your name").FillAsync(HostileText.Of("me"));
        await nobody.GetByLabel("Password").FillAsync("short");
        await nobody.Locator("form").EvaluateAsync("form => { form.noValidate = true; form.requestSubmit(); }");
        await nobody.Locator("[role=alert]").WaitForAsync();
        await Assertions.Expect(nobody.GetByLabel("Your name")).ToHaveValueAsync(HostileText.Of("me"));

        _watch.ExpectNothing();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OfAFile_ItIsText(bool isPolicyOff)
    {
        var ada = await OpenAsync(isPolicyOff);
        var hostile = TrelloSample
            .PresentDay.Replace("\"Harbour office\"", Json("trello"), StringComparison.Ordinal)
            .Replace("\"Mara Okafor\"", Json("mara"), StringComparison.Ordinal)
            .Replace("\"emoji\"", Json("emoji"), StringComparison.Ordinal);
        await UploadAsync(ada, hostile);
        await Assertions.Expect(ada.Locator("h2").First).ToHaveTextAsync($"Found in {FileName}");
        await Assertions.Expect(ada.Locator(".notes")).ToContainTextAsync($"“{HostileText.Of("emoji")[..60]}…”");
        await Assertions.Expect(ada.GetByLabel("Board name")).ToHaveValueAsync(HostileText.Of("trello"));
        await ExpectTextAsync(ada.Locator(".label-row bdi").First, "mara");
        await ChooseTeamAsync(ada);
        await ada.GetByLabel($"Account of {HostileText.Of("mara")}")
            .SelectOptionAsync(new SelectOptionValue { Label = HostileText.Of("mal") });
        await Button(ada, "Import").ClickAsync();
        await ExpectTextAsync(ada.Locator(".bar h1"), "trello");

        await UploadAsync(ada, hostile);
        await ChooseTeamAsync(ada);
        await Assertions
            .Expect(ada.Locator(".note.warn"))
            .ToContainTextAsync($"imported before, as “{HostileText.Of("trello")}”");
        await UploadAsync(ada, $"{{ {Json("twice")}: 1, {Json("twice")}: 2 }}");
        await Assertions.Expect(ada.Locator(".note.bad b")).ToHaveTextAsync($"{FileName} was not imported");
        await Assertions.Expect(ada.Locator(".note.bad")).ToContainTextAsync(HostileText.Of("twice")[..60]);

        _watch.ExpectNothing();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task InAnAddress_ItIsNothing(bool isPolicyOff)
    {
        var hostile = Uri.EscapeDataString(HostileText.Of("address"));
        var ada = await OpenAsync(isPolicyOff);
        foreach (var path in (string[])[$"there/{hostile}", $"status/{hostile}", $"b/{hostile}", $"w/{hostile}"])
        {
            await ada.GotoAsync($"{App.Url}/{path}");
            await ada.Locator("h1, .note b").First.WaitForAsync();
        }

        await ada.GotoAsync($"{App.Url}/b/{App.BoardId}?due={hostile}&label={hostile}&person={hostile}#{hostile}");
        await ada.Locator(".lanes[data-live]").WaitForAsync();
        await ada.GotoAsync($"{App.Url}/invite/{hostile}");
        await ada.Locator("h1").WaitForAsync();

        var nobody = await App.OpenEmptyAsync(new BrowserNewContextOptions { BypassCSP = isPolicyOff });
        await _watch.WatchAsync(nobody);
        await nobody.GotoAsync($"{App.Url}/signin?returnUrl=javascript:{HostileText.Script}//{hostile}");
        await nobody.GetByLabel("E-mail address").FillAsync(App.Ada.Email);
        await nobody.GetByLabel("Password").FillAsync(App.Ada.Password);
        await Button(nobody, "Sign in").ClickAsync();
        await nobody.Locator(".bd-link").First.WaitForAsync();

        _watch.ExpectNothing();
    }

    private async Task<IPage> OpenAsync(bool isPolicyOff)
    {
        var page = await App.OpenAsync(App.Ada, new BrowserNewContextOptions { BypassCSP = isPolicyOff });
        await _watch.WatchAsync(page);
        return page;
    }

    private async Task UploadAsync(IPage page, string json)
    {
        await GoAsync(page, "import");
        var file = new FilePayload
        {
            Name = FileName,
            MimeType = "application/json",
            Buffer = Encoding.UTF8.GetBytes(json),
        };
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.Locator(".upload button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/import/*");
        await WaitUntilItListensAsync(page);
    }

    private static Task ChooseTeamAsync(IPage page) =>
        page.GetByLabel("Workspace").SelectOptionAsync(new SelectOptionValue { Label = HostileText.Of("team") });

    private static string Json(string what) => JsonSerializer.Serialize(HostileText.Of(what));

    private static Task ExpectTextAsync(ILocator place, string what) =>
        Assertions.Expect(place).ToHaveTextAsync(HostileText.Of(what));
}
