using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Labels;
using Microsoft.Playwright;

namespace LiveBoard.EndToEnd.Tests;

public sealed class EditingStories(Chromium chromium) : StoryTest(chromium)
{
    [Fact]
    public async Task AdaRenamesACard_BoSeesTheNewName()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);

        await Tile(ada, "Card 2").Locator(".tile-link").FocusAsync();
        await ada.Keyboard.PressAsync("F2");
        await ada.GetByLabel("Card title").FillAsync("Hang the timetable");
        await ada.Keyboard.PressAsync("Enter");

        await ExpectTilesAsync(bo, "Ready", "Card 1", "Hang the timetable", "Card 3");
        await ExpectTilesAsync(ada, "Ready", "Card 1", "Hang the timetable", "Card 3");
    }

    [Fact]
    public async Task PastedLines_BecomeCards()
    {
        await App.MakeBoardAsync(0);
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);

        await Lane(ada, "Ready").GetByRole(AriaRole.Button, new() { Name = "Add a card", Exact = true }).ClickAsync();
        await ada.Locator(".composer textarea").FillAsync("One\nTwo\n\n  Three  ");
        await ada.Keyboard.PressAsync("Enter");

        await ExpectTilesAsync(bo, "Ready", "One", "Two", "Three");
    }

    [Fact]
    public async Task WhileAdaTypes_BosMoveDoesNotTakeHerWords()
    {
        var board = await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        await Lane(ada, "Ready").GetByRole(AriaRole.Button, new() { Name = "Add a card", Exact = true }).ClickAsync();
        var field = ada.Locator(".composer textarea");
        await field.FillAsync("Half a sen");

        await App.SendAsync(
            new MoveCard
            {
                BoardId = App.BoardId,
                CardId = board.Columns[0].Cards[0].Id,
                ToColumnId = board.Columns[1].Id,
            },
            App.Bo
        );

        await ExpectTilesAsync(ada, "In progress", "Card 1");
        await Assertions.Expect(field).ToHaveValueAsync("Half a sen");
        await Assertions.Expect(field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task LabelMadeOnACard_IsOnIt_AndOnTheBoard()
    {
        await App.MakeBoardAsync(1);
        var ada = await App.OpenBoardAsync(App.Ada);
        await Tile(ada, "Card 1").Locator(".tile-link").ClickAsync();
        await Button(ada, "Change labels").ClickAsync();
        await Button(ada, "New label").ClickAsync();
        await ada.Locator("#pick-labels input.in").FillAsync("Piers");
        await ada.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Tile(ada, "Card 1").Locator(".lb")).ToHaveTextAsync("Piers");
        await Assertions.Expect(ada.Locator("#pick-labels").GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
    }

    [Fact]
    public async Task LabelChangedOnACard_IsAnotherOneEverywhere_AndTheFocusStays()
    {
        var board = await App.MakeBoardAsync(1);
        var add = new AddLabel
        {
            BoardId = App.BoardId,
            Name = "Peirs",
            Color = LabelColor.Straw,
        };
        await App.SendAsync(add);
        await App.SendAsync(
            new SetCardLabel
            {
                BoardId = App.BoardId,
                CardId = board.Columns[0].Cards[0].Id,
                LabelId = add.LabelId,
                IsOn = true,
            }
        );
        var ada = await App.OpenBoardAsync(App.Ada);
        var bo = await App.OpenBoardAsync(App.Bo);
        await Tile(ada, "Card 1").Locator(".tile-link").ClickAsync();
        await Button(ada, "Change labels").ClickAsync();
        var sheet = ada.Locator("#pick-labels");

        await sheet.GetByRole(AriaRole.Button, new() { Name = "Change the label Peirs" }).ClickAsync();
        await Assertions.Expect(sheet.Locator("input.in")).ToBeFocusedAsync();
        await sheet.Locator("input.in").FillAsync("Piers");
        await sheet.GetByRole(AriaRole.Radio, new() { Name = "Sky" }).ClickAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(Tile(bo, "Card 1").Locator(".lb.l-sky")).ToHaveTextAsync("Piers");
        await Assertions
            .Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Change the label Piers" }))
            .ToBeFocusedAsync();
        await Assertions.Expect(sheet.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
    }

    /// <summary>Import, API, undo: what they put there arrives in open editors as an edit.</summary>
    [Fact]
    public async Task DescriptionSetByAnotherWay_ComesIntoTheOpenEditor()
    {
        var board = await App.MakeBoardAsync(1);
        var card = board.Columns[0].Cards[0];
        var ada = await App.OpenBoardAsync(App.Ada);
        await Tile(ada, "Card 1").Locator(".tile-link").ClickAsync();
        await Button(ada, "Edit").ClickAsync();
        await ada.Locator(".cm-content").FillAsync("Ada's words");
        await Assertions.Expect(ada.GetByText("Everything typed is saved")).ToBeVisibleAsync();

        await App.SendAsync(
            new DescribeCard
            {
                BoardId = App.BoardId,
                CardId = card.Id,
                Description = "Ada's words, and Bo's",
                ExpectedDescription = "Ada's words",
            },
            App.Bo
        );

        await Assertions.Expect(ada.Locator(".cm-content")).ToHaveTextAsync("Ada's words, and Bo's");
        await Button(ada, "Done").ClickAsync();
        await Assertions.Expect(ada.Locator(".markdown")).ToHaveTextAsync("Ada's words, and Bo's");
    }

    [Fact]
    public async Task ArchivingCanBeUndoneFromTheSnackbar()
    {
        await App.MakeBoardAsync();
        var ada = await App.OpenBoardAsync(App.Ada);
        await Tile(ada, "Card 2").ClickAsync(new() { Button = MouseButton.Right });
        await ada.GetByText("Archive", new() { Exact = true }).ClickAsync();
        await ExpectTilesAsync(ada, "Ready", "Card 1", "Card 3");

        await ada.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await ExpectTilesAsync(ada, "Ready", "Card 1", "Card 2", "Card 3");
    }

    [Fact]
    public async Task TheFilterStaysInTheAddress()
    {
        await App.MakeBoardAsync(12);
        var ada = await App.OpenBoardAsync(App.Ada);

        await ada.Keyboard.PressAsync("/");
        await ada.Keyboard.TypeAsync("Card 11");
        await ada.Keyboard.PressAsync("Enter");
        await ExpectTilesAsync(ada, "Ready", "Card 11");
        await ada.ReloadAsync();

        await ExpectTilesAsync(ada, "Ready", "Card 11");
        Assert.Contains("q=Card", ada.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LosingTheBoard_EndsThePageAtOnce()
    {
        await App.MakeBoardAsync();
        var bo = await App.OpenBoardAsync(App.Bo);

        await App.SendAsync(
            new SetBoardAccess
            {
                BoardId = App.BoardId,
                Visibility = BoardVisibility.Private,
                WorkspaceRole = BoardRole.Editor,
            }
        );

        await Assertions.Expect(bo.GetByText("There is no board here")).ToBeVisibleAsync();
        await Assertions.Expect(bo.Locator("article.tile")).ToHaveCountAsync(0);
    }
}
