using Bunit;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Boards.Dialogs;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Boards.Dialogs;

public sealed class MoveCardDialogTests : DialogTest
{
    [Fact]
    public async Task Opens_WhereTheCardIs_AndMovesItToTheTopOfAnotherColumn()
    {
        var board = await OpenAsync();
        Assert.Equal("Winter timetable", Chosen(Choice("Board")));
        Assert.Equal("Column 1 (2)", Chosen(Choice("Column")));
        Assert.Equal("At the bottom", Chosen(Choice("Position")));

        await Choice("Column").ChangeAsync(new() { Value = board.Columns[1].Id.ToString() });
        var top = Choice("Position").QuerySelector("option")!.GetAttribute("value");
        await Choice("Position").ChangeAsync(new() { Value = top });
        await PressAsync("Move");

        ExpectClosed();
        Assert.Equal(["1.1", "2.1", "2.2"], (await ReadAsync()).Columns[1].Cards.Select(c => c.Title));
    }

    [Fact]
    public async Task AfterACard_IsRightBelowIt()
    {
        var board = await OpenAsync();

        await Choice("Column").ChangeAsync(new() { Value = board.Columns[1].Id.ToString() });
        await Choice("Position").ChangeAsync(new() { Value = board.Columns[1].Cards[0].Id.ToString() });
        await PressAsync("Move");

        ExpectClosed();
        Assert.Equal(["2.1", "1.1", "2.2"], (await ReadAsync()).Columns[1].Cards.Select(c => c.Title));
    }

    [Fact]
    public async Task AnotherBoard_TakesTheCard()
    {
        var other = await AddBoardAsync("Ferries");
        await OpenAsync();

        await Choice("Board").ChangeAsync(new() { Value = other.ToString() });
        Screen.WaitForAssertion(() => Assert.Equal("To do (0)", Chosen(Choice("Column"))));
        await PressAsync("Move");

        ExpectClosed();
        var there = await App.Services.GetRequiredService<BoardReader>().ReadAsync(other, Stop);
        Assert.Equal(["1.1"], there!.Columns[0].Cards.Select(c => c.Title));
    }

    [Fact]
    public async Task FullColumn_IsSaid_AndTheDialogStays()
    {
        var board = await OpenAsync();
        await SendAsync(
            new SetColumnLimit
            {
                BoardId = BoardId,
                ColumnId = board.Columns[1].Id,
                Limit = 2,
                IsHard = true,
            }
        );

        await Choice("Column").ChangeAsync(new() { Value = board.Columns[1].Id.ToString() });
        await PressAsync("Move");

        Assert.Equal(["“Column 2” is full: its limit allows no further card."], Said);
        Assert.NotEmpty(Screen.FindAll(".mud-dialog"));
    }

    [Fact]
    public async Task Cancel_ChangesNothing()
    {
        var board = await OpenAsync();
        await Choice("Column").ChangeAsync(new() { Value = board.Columns[1].Id.ToString() });

        await ExpectCancelChangesNothingAsync();
    }

    private async Task<BoardSnapshot> OpenAsync()
    {
        var board = await MakeBoardAsync(2, 2);
        await OpenDialogAsync<MoveCardDialog>((nameof(MoveCardDialog.Card), board.Columns[0].Cards[0]));
        Screen.WaitForElement("label.field option");
        return board;
    }
}
