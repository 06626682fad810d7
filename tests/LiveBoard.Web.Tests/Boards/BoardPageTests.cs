using Bunit;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Labels;
using LiveBoard.Web.Components.Boards;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Boards;

public sealed class BoardPageTests : BoardPageTest
{
    [Fact]
    public async Task FilterText_IsReadFromTheAddress_AndWrittenIntoIt()
    {
        await MakeBoardAsync();
        var page = Open(Ada, "?q=2.");
        page.WaitForAssertion(() => Assert.Equal(["2.1", "2.2", "2.3"], TitlesOn(page)));
        Assert.Contains("3 of 9 cards", page.Markup, StringComparison.Ordinal);

        await page.Find("[data-filter-input]").ChangeAsync(new() { Value = "1.3" });
        await page.Find("form[role=search]").SubmitAsync(EventArgs.Empty);

        page.WaitForAssertion(() => Assert.Equal(["1.3"], TitlesOn(page)));
        Assert.EndsWith($"b/{BoardId}?q=1.3", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilterByLabelPersonAndDue_IsInTheAddress_AndClearedAsOne()
    {
        var board = await MakeBoardAsync();
        var cards = board.Columns[0].Cards;
        await SendAsync(
            new AddLabel
            {
                BoardId = BoardId,
                Name = "Piers",
                Color = LabelColor.Straw,
            }
        );
        var label = (await ReadAsync()).Labels.Values.Single().Id;
        foreach (var card in cards.Take(2))
        {
            await SendAsync(
                new SetCardLabel
                {
                    BoardId = BoardId,
                    CardId = card.Id,
                    LabelId = label,
                    IsOn = true,
                }
            );
        }

        await SendAsync(
            new SetCardAssignee
            {
                BoardId = BoardId,
                CardId = cards[1].Id,
                PersonId = Bo.Id,
                IsOn = true,
            }
        );
        var page = Open(Ada);

        foreach (var sheet in (string[])["#filter-tag", "#filter-user", "#filter-cal"])
        {
            // The choices join the page when the browser opens their sheet.
            Assert.Empty(page.FindAll($"{sheet} input"));
            await page.Find(sheet).TriggerEventAsync("ontoggle", EventArgs.Empty);
        }

        await page.Find("#filter-tag input").ChangeAsync(new() { Value = true });
        page.WaitForAssertion(() => Assert.Equal(["1.1", "1.2"], TitlesOn(page)));
        await page.Find("#filter-user input").ChangeAsync(new() { Value = true });
        page.WaitForAssertion(() => Assert.Equal(["1.2"], TitlesOn(page)));
        await page.FindAll("#filter-cal input")[^1].ChangeAsync(new() { Value = "on" });
        Assert.EndsWith($"?label={label}&person={Bo.Id}&due=none", Navigation.Uri, StringComparison.Ordinal);
        await page.FindAll("#filter-cal input")[1].ChangeAsync(new() { Value = "on" });
        page.WaitForAssertion(() => Assert.Empty(TitlesOn(page)));
        await page.FindAll("button")
            .Single(b => b.TextContent.Contains("Clear filter", StringComparison.Ordinal))
            .ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(9, TitlesOn(page).Count()));
        Assert.EndsWith($"b/{BoardId}", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_IsTakenBackFromTheSnackbar()
    {
        var board = await MakeBoardAsync(columns: 2, cardsPerColumn: 2);
        var page = Open(Ada);

        await page.InvokeAsync(() =>
            page.Instance.SendAsync(
                id => new MoveCard
                {
                    BoardId = id,
                    CardId = board.Columns[0].Cards[0].Id,
                    ToColumnId = board.Columns[1].Id,
                },
                "Card moved"
            )
        );
        page.WaitForAssertion(() => Assert.Equal(["1.2", "2.1", "2.2", "1.1"], TitlesOn(page)));
        Assert.Contains("Card moved", page.Find(".snack").TextContent, StringComparison.Ordinal);
        await page.Find(".snack button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["1.1", "1.2", "2.1", "2.2"], TitlesOn(page)));
        Assert.Contains("Undone", page.Find(".snack").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Archive", "Archived “1.1”")]
    [InlineData("Delete", "Deleted “1.1”")]
    public async Task PuttingAway_IsTakenBackFromTheSnackbar(string button, string words)
    {
        await MakeBoardAsync(columns: 1, cardsPerColumn: 2);
        _ = Open(Ada);
        var page = OpenAgain(number: 1);

        await page.WaitForElement($".panel button[aria-label={button}]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(["1.2"], TitlesOn(page)));
        Assert.Contains(words, page.Find(".snack").TextContent, StringComparison.Ordinal);
        await page.Find(".snack button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(["1.1", "1.2"], TitlesOn(page)));
    }

    [Fact]
    public async Task UndoOvertakenByAnother_SaysWhy_AndChangesNothing()
    {
        var board = await MakeBoardAsync(columns: 3, cardsPerColumn: 1);
        var (card, second, third) = (board.Columns[0].Cards[0].Id, board.Columns[1].Id, board.Columns[2].Id);
        var page = Open(Ada);
        await page.InvokeAsync(() =>
            page.Instance.SendAsync(
                id => new MoveCard
                {
                    BoardId = id,
                    CardId = card,
                    ToColumnId = second,
                },
                "Card moved"
            )
        );
        await SendAsync(
            new MoveCard
            {
                BoardId = BoardId,
                CardId = card,
                ToColumnId = third,
            },
            Bo
        );

        await page.Find(".snack button").ClickAsync(new());

        page.WaitForAssertion(() =>
            Assert.Contains(
                "somebody has moved “1.1” since",
                page.Find(".snack.bad").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Equal(third, (await ReadAsync()).Cards[card].ColumnId);
    }

    [Fact]
    public async Task AccessLost_ShowsTheReason_AndNothingOfTheBoard()
    {
        await MakeBoardAsync();
        var page = Open(Bo);
        page.WaitForElement("article.tile");

        await App
            .Services.GetRequiredService<DirectoryService>()
            .RemoveMemberAsync(Ada.Actor, App.WorkspaceId, Bo.Id, Stop);

        page.WaitForAssertion(() =>
            Assert.Contains(
                "you may not have access to it",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.Empty(page.FindAll("article.tile, .lanes, .panel"));
        Assert.DoesNotContain("Winter timetable", page.Markup, StringComparison.Ordinal);
    }

    private Task SetVisibilityAsync(BoardVisibility visibility) =>
        SendAsync(
            new SetBoardAccess
            {
                BoardId = BoardId,
                Visibility = visibility,
                WorkspaceRole = BoardRole.Editor,
            }
        );

    /// <summary>B-7.</summary>
    [Fact]
    public async Task AccessThatComesBack_BringsTheBoardBack_AsItIsNow()
    {
        var card = (await MakeBoardAsync(columns: 1, cardsPerColumn: 2)).Columns[0].Cards[0];
        var page = Open(Bo);
        page.WaitForElement("article.tile");
        await SetVisibilityAsync(BoardVisibility.Private);
        page.WaitForElement("[role=alert] h1");
        await SendAsync(
            new RenameCard
            {
                BoardId = BoardId,
                CardId = card.Id,
                Title = "Meanwhile",
                ExpectedTitle = card.Title,
            }
        );

        await SetVisibilityAsync(BoardVisibility.Workspace);

        page.WaitForAssertion(() => Assert.Equal(["Meanwhile", "1.2"], TitlesOn(page)));
    }
}
