using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Data;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Work;
using LiveBoard.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Work;

public sealed class WorkPageTests : DirectoryPageTest
{
    private TestUser _bo = null!;
    private Guid _board;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _bo = await App.CreateUserAsync(name: "Bo Berg");
        foreach (var type in new[] { typeof(WorkReader), typeof(DueClock), typeof(DueDates) })
        {
            Services.AddSingleton(type, App.Services.GetRequiredService(type));
        }

        Services.AddScoped<WorkHost>();
        _board = await AddBoardAsync("Ferries");
        await AddCardAsync(_board);
    }

    [Fact]
    public async Task CardGivenElsewhere_AppearsByItself_ChangesAndGoes()
    {
        SignIn(_bo);
        var page = Open();
        page.WaitForAssertion(() =>
            Assert.Contains("Nothing is waiting for you", page.Markup, StringComparison.Ordinal)
        );

        await GiveAsync(_board);
        page.WaitForAssertion(() => Assert.Equal(["#1 A card"], TitlesIn(page, "No date")));
        var row = page.Find(".wk");
        Assert.Equal($"b/{_board}/c/1", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Ferries", row.QuerySelector(".wk-board")!.TextContent);
        Assert.Equal("To do", row.QuerySelector(".wk-col")!.TextContent);

        var card = (await ReadAsync(_board)).Columns[0].Cards[0].Id;
        await SendAsync(
            new SetCardDue
            {
                BoardId = _board,
                CardId = card,
                DueAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1),
            }
        );
        page.WaitForAssertion(() => Assert.Equal(["#1 A card"], TitlesIn(page, "Overdue")));
        Assert.Contains("Overdue", page.Find(".wk .chip.over").TextContent, StringComparison.Ordinal);

        await SendAsync(
            new SetColumnStage
            {
                BoardId = _board,
                ColumnId = (await ReadAsync(_board)).Columns[0].Id,
                Stage = ColumnStage.Done,
            }
        );
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".wk")));
    }

    [Fact]
    public async Task Filter_ShowsRowsWithAllTheWords_AndStaysLive()
    {
        var trains = await AddBoardAsync("Trains");
        await AddCardAsync(trains);
        await GiveAsync(_board);
        SignIn(_bo);
        var page = Open();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".wk")));

        await page.Find("input[type=search]").InputAsync("CARD train");
        page.WaitForAssertion(() =>
            Assert.Contains("No card in this list has all of these words", page.Markup, StringComparison.Ordinal)
        );
        await GiveAsync(trains);
        page.WaitForAssertion(() => Assert.Equal("Trains", page.Find(".wk-board").TextContent));
        Assert.Single(page.FindAll(".wk"));

        await page.Find("input[type=search]").InputAsync("");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".wk").Count));
    }

    [Fact]
    public async Task BoardMadePrivateMeanwhile_TakesItsCardsAlong()
    {
        await GiveAsync(_board);
        SignIn(_bo);
        var page = Open();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".wk")));

        await SendAsync(
            new SetBoardAccess
            {
                BoardId = _board,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Viewer,
            }
        );

        page.WaitForAssertion(() => Assert.DoesNotContain("Ferries", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".wk"));
    }

    [Fact]
    public async Task WorkOfSomebodyElse_IsShownToWhomeverSharesAWorkspace_UntilTheyDoNot()
    {
        await GiveAsync(_board);
        var secret = await AddBoardAsync("Secret", BoardVisibility.Private);
        await AddCardAsync(secret);
        await SendAsync(
            new SetBoardMember
            {
                BoardId = secret,
                PersonId = _bo.Id,
                Role = BoardRole.Editor,
            }
        );
        await GiveAsync(secret);
        var mara = await App.CreateUserAsync(name: "Mara Okafor");
        SignIn(mara);
        var page = Open(_bo.Id);

        page.WaitForAssertion(() => Assert.Equal("Work of Bo Berg", page.Find("h1").TextContent));
        Assert.Equal(["Ferries"], page.FindAll(".wk-board").Select(b => b.TextContent));
        Assert.Equal(
            ["my", $"my/{_bo.Id}", $"my/{Ada.Id}"],
            page.FindAll(".wk-people a")
                .Select(a => a.GetAttribute("href"))
                .OrderBy(h => h!.Length)
                .ThenBy(h => h != $"my/{_bo.Id}")
        );

        await App
            .Services.GetRequiredService<DirectoryService>()
            .RemoveMemberAsync(Ada.Actor, App.WorkspaceId, _bo.Id, Stop);
        page.WaitForAssertion(() =>
            Assert.Contains("There is nobody like that here", page.Markup, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Bo Berg", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_FollowsTheWork()
    {
        SignIn(_bo);
        Render<WorkCount>();
        var link = Render<WorkLink>();
        Assert.Equal("My work", link.Find("a").GetAttribute("aria-label"));

        await GiveAsync(_board);

        link.WaitForAssertion(() => Assert.Equal("My work, 1 open card", link.Find("a").GetAttribute("aria-label")));
        Assert.Equal("1", link.Find(".wk-n").TextContent);
    }

    [Fact]
    public async Task PagesOpenedAndClosed_LeaveNoListener()
    {
        await GiveAsync(_board);
        SignIn(_bo);
        var clock = App.Services.GetRequiredService<DueClock>();
        var (bus, minutes) = (Bus.DirectoryListenerCount, clock.ListenerCount);
        var pages = Enumerable.Range(0, 100).Select(_ => Open()).ToList();
        pages.ForEach(page => page.WaitForElement(".wk"));
        Assert.Equal((bus + 100, minutes + 100), (Bus.DirectoryListenerCount, clock.ListenerCount));

        await DisposeComponentsAsync();

        Assert.Equal((bus, minutes), (Bus.DirectoryListenerCount, clock.ListenerCount));
    }

    private IRenderedComponent<WorkPage> Open(Guid? person = null) =>
        Render<WorkPage>(p => p.Add(w => w.PersonId, person));

    private async Task GiveAsync(Guid board) =>
        await SendAsync(
            new SetCardAssignee
            {
                BoardId = board,
                CardId = (await ReadAsync(board)).Columns[0].Cards[0].Id,
                PersonId = _bo.Id,
                IsOn = true,
            }
        );

    private async Task<BoardSnapshot> ReadAsync(Guid board) =>
        (await App.Services.GetRequiredService<BoardReader>().ReadAsync(board, Stop))!;

    private static IEnumerable<string> TitlesIn(IRenderedComponent<WorkPage> page, string section) =>
        page.FindAll($"section[aria-label='{section}'] .wk-a").Select(a => a.TextContent);
}
