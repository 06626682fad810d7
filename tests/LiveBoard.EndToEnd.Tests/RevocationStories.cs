using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>B-1, B-3, B-7: a right is taken from somebody who is at work, and given back.</summary>
public sealed class RevocationStories(Chromium chromium) : StoryTest(chromium)
{
    private const string Draft = "A long thought that nobody has saved yet.";

    [Fact]
    public async Task BoLosesTheBoardWhileHeWrites_KeepsHisWords_AndComesBackWithoutSigningIn()
    {
        await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        await BeginToWriteAsync(bo);

        await SetVisibilityAsync(BoardVisibility.Private);

        await Assertions.Expect(bo.Locator(".note-h")).ToBeVisibleAsync();
        await Assertions.Expect(bo.GetByLabel("What you were typing")).ToHaveValueAsync(Draft);
        await Assertions.Expect(bo.GetByText("Card 2")).ToHaveCountAsync(0);
        await SetVisibilityAsync(BoardVisibility.Workspace);
        await Assertions.Expect(Tile(bo, "Card 2")).ToBeVisibleAsync();
        await Assertions.Expect(bo.GetByLabel("What you were typing")).ToHaveValueAsync(Draft);
        await Button(bo, "I have it, put this away").ClickAsync();
        await Assertions.Expect(bo.GetByLabel("What you were typing")).ToBeHiddenAsync();
        await Tile(bo, "Card 1").Locator(".tile-link").ClickAsync();
        await Assertions.Expect(bo.Locator("aside.panel")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BoIsSignedOutWhileHeWrites_AndKeepsHisWords()
    {
        await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        await BeginToWriteAsync(bo);

        var accounts = App.App.Services.GetRequiredService<AccountAdministration>();
        Assert.True((await accounts.SignOutAsync(App.Ada.Actor, App.Bo.Id)).IsDone);

        await Assertions.Expect(bo.GetByText("You are signed out")).ToBeVisibleAsync();
        await Assertions.Expect(bo.GetByLabel("What you were typing")).ToHaveValueAsync(Draft);
        await Assertions.Expect(bo.GetByText("Card 2")).ToHaveCountAsync(0);
        await bo.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(bo.GetByLabel("E-mail address")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BoBecomesAReader_WhileHeDrags_AndTheCardGoesBack()
    {
        var board = await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);
        var from = (await Tile(bo, "Card 1").BoundingBoxAsync())!;
        var to = (await Lane(bo, "Done").BoundingBoxAsync())!;
        await bo.Mouse.MoveAsync(from.X + 40, from.Y + 20);
        await bo.Mouse.DownAsync();
        await bo.Mouse.MoveAsync(to.X + 60, to.Y + 80, new() { Steps = 8 });

        await SetVisibilityAsync(BoardVisibility.Workspace, BoardRole.Viewer);
        await Assertions.Expect(bo.Locator(".lanes[data-readonly]")).ToBeVisibleAsync();
        await bo.Mouse.UpAsync();

        await ExpectTilesAsync(bo, "Ready", "Card 1", "Card 2", "Card 3");
        Assert.Equal(board.Columns[0].Cards[0].Id, (await App.ReadAsync()).Columns[0].Cards[0].Id);
    }

    /// <summary>Board and sign-in may go in one and the same moment, and each leaves a place for what was being typed.</summary>
    [Fact]
    public async Task PlaceThatCameAndWent_DoesNotHoldUpTheWayToSignIn()
    {
        var nobody = await App.OpenEmptyAsync();
        await nobody.GotoAsync($"{App.Url}/signin");
        await nobody.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await nobody.EvaluateAsync(
            """
            () => {
              const place = (next) => {
                const made = document.createElement("div");
                made.setAttribute("data-kept-drafts", "");
                if (next) made.setAttribute("data-next", next);
                document.body.append(made);
                return made;
              };
              place().remove();
              place("/forgot");
            }
            """
        );

        await Assertions.Expect(nobody).ToHaveURLAsync($"{App.Url}/forgot");
    }

    /// <summary>A card's description, with words in it that are in the browser only.</summary>
    private static async Task BeginToWriteAsync(IPage page)
    {
        await Tile(page, "Card 1").Locator(".tile-link").ClickAsync();
        await Button(page, "Edit").ClickAsync();
        await page.Locator("aside.panel .cm-content").FillAsync(Draft);
    }

    private Task SetVisibilityAsync(BoardVisibility visibility, BoardRole role = BoardRole.Editor) =>
        App.SendAsync(
            new SetBoardAccess
            {
                BoardId = App.BoardId,
                Visibility = visibility,
                WorkspaceRole = role,
            }
        );
}
