using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Pages.Home;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Shell;

public sealed class HomePageTests : DirectoryPageTest
{
    [Fact]
    public async Task Boards_AreShownByStarredRecentAndWorkspace()
    {
        var bookmarks = App.Services.GetRequiredService<BookmarkService>();
        var starred = await AddBoardAsync("Bikes");
        var visited = await AddBoardAsync("Ferries");
        await AddBoardAsync("Avenues");
        var old = await AddBoardAsync("Zeppelins");
        await bookmarks.SetStarAsync(Ada.Actor, starred, isStarred: true, Stop);
        await bookmarks.VisitAsync(Ada.Actor, visited, version: 1, Stop);
        await SendAsync(new ArchiveBoard { BoardId = old, IsArchived = true });
        SignIn(Ada);

        var page = Render<HomePage>();

        page.WaitForAssertion(() => Assert.Equal(["Bikes"], BoardsIn(page, "Starred")));
        Assert.Equal(["Ferries"], BoardsIn(page, "Opened lately"));
        Assert.Equal(["Avenues", "Bikes", "Ferries"], BoardsIn(page, "Team"));
        Assert.Equal("Zeppelins", page.Find(".bd-away a").TextContent);
    }

    [Fact]
    public async Task BoardMadeElsewhere_AppearsByItself()
    {
        SignIn(Ada);
        var page = Render<HomePage>();
        page.WaitForAssertion(() => Assert.Contains("No boards yet", page.Markup, StringComparison.Ordinal));

        await AddBoardAsync("Ferries");

        page.WaitForAssertion(() => Assert.Equal(["Ferries"], BoardsIn(page, "Team")));
    }

    [Fact]
    public async Task CardAddedElsewhere_IsCounted()
    {
        var board = await AddBoardAsync("Ferries");
        SignIn(Ada);
        var page = Render<HomePage>();
        page.WaitForAssertion(() => Assert.Contains("No cards yet", page.Markup, StringComparison.Ordinal));

        await AddCardAsync(board);

        page.WaitForAssertion(() => Assert.Contains("1 card", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task BoardMadePrivateMeanwhile_IsGoneForOthers()
    {
        var bo = await App.CreateUserAsync();
        var board = await AddBoardAsync("Ferries");
        SignIn(bo);
        var page = Render<HomePage>();
        page.WaitForAssertion(() => Assert.Equal(["Ferries"], BoardsIn(page, "Team")));

        await SendAsync(
            new SetBoardAccess
            {
                BoardId = board,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Viewer,
            }
        );

        page.WaitForAssertion(() => Assert.Empty(BoardsIn(page, "Team")));
    }

    [Fact]
    public async Task Star_IsKeptAndShown()
    {
        var board = await AddBoardAsync("Ferries");
        SignIn(Ada);
        var page = Render<HomePage>();

        await page.WaitForElement(".bd .star").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["Ferries"], BoardsIn(page, "Starred")));
        Assert.True(
            (await App.Services.GetRequiredService<BookmarkService>().ReadAsync(Ada.Actor, board, Stop)).IsStarred
        );
        Assert.All(page.FindAll(".bd .star"), star => Assert.Equal("true", star.GetAttribute("aria-pressed")));
    }

    [Fact]
    public async Task BoardSearch_ShowsBoardsWithAllTheWords_AndStaysLive()
    {
        await AddBoardAsync("Winter timetable");
        await AddBoardAsync("Summer timetable");
        SignIn(Ada);
        var page = Render<HomePage>();

        await page.WaitForElement("input[type=search]").InputAsync("TABLE win");
        page.WaitForAssertion(() => Assert.Equal(["Winter timetable"], BoardsIn(page, "Found")));
        Assert.Single(page.FindAll("section"));

        await AddBoardAsync("Winter tables");
        page.WaitForAssertion(() => Assert.Equal(["Winter tables", "Winter timetable"], BoardsIn(page, "Found")));

        await page.Find("input[type=search]").InputAsync("nothing like it");
        Assert.Contains("No board has all of these words", page.Find(".empty").TextContent, StringComparison.Ordinal);

        await page.Find("input[type=search]").InputAsync(" ");
        Assert.Equal(["Summer timetable", "Winter tables", "Winter timetable"], BoardsIn(page, "Team"));
    }

    [Fact]
    public async Task ArchivedBoard_ComesBackByItsButton()
    {
        var board = await AddBoardAsync("Ferries");
        await SendAsync(new ArchiveBoard { BoardId = board, IsArchived = true });
        SignIn(Ada);
        var page = Render<HomePage>();

        await page.WaitForElement(".bd-away button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["Ferries"], BoardsIn(page, "Team")));
        Assert.Empty(page.FindAll(".bd-away"));
    }

    [Fact]
    public async Task PersonWithoutWorkspace_IsToldWhatToDo()
    {
        var bo = await App.CreateUserAsync();
        await App
            .Services.GetRequiredService<DirectoryService>()
            .RemoveMemberAsync(Ada.Actor, App.WorkspaceId, bo.Id, Stop);
        SignIn(bo);

        var page = Render<HomePage>();

        page.WaitForAssertion(() =>
            Assert.Contains("You are not in a workspace yet", page.Markup, StringComparison.Ordinal)
        );
        Assert.Empty(page.FindAll(".btn.pri"));
    }

    [Fact]
    public async Task PagesOpenedAndClosed_LeaveNoListener()
    {
        await AddBoardAsync("Ferries");
        SignIn(Ada);
        var before = Bus.DirectoryListenerCount;
        var pages = Enumerable.Range(0, 100).Select(_ => Render<HomePage>()).ToList();
        pages.ForEach(page => page.WaitForElement(".bd"));
        Assert.Equal(before + 100, Bus.DirectoryListenerCount);

        await DisposeComponentsAsync();

        Assert.Equal(before, Bus.DirectoryListenerCount);
    }

    [Fact]
    public async Task Page_IsOwnMarkup()
    {
        await AddBoardAsync("Ferries");
        SignIn(Ada);

        var page = Render<HomePage>();

        page.WaitForElement(".bd");
        Assert.DoesNotContain("mud-", page.Markup, StringComparison.Ordinal);
    }
}
