using Bunit;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Web.Components.Boards.Dialogs;

namespace LiveBoard.Web.Tests.Boards.Dialogs;

public sealed class BoardDialogTests : DialogTest
{
    [Fact]
    public async Task Opens_WithNameAndPurpose_AndSavesBoth()
    {
        await MakeBoardAsync(1, 0);
        await SendAsync(
            new ChangeBoard
            {
                BoardId = BoardId,
                Name = "Winter timetable",
                Description = "Before the first crossing",
            }
        );
        await OpenDialogAsync<BoardDialog>();
        Assert.Equal("Winter timetable", Screen.Find(".mud-dialog input").GetAttribute("value"));
        Assert.Equal("Before the first crossing", Screen.Find(".mud-dialog textarea").GetAttribute("value"));

        await Screen.Find(".mud-dialog input").ChangeAsync(new() { Value = "Summer timetable" });
        await Screen.Find(".mud-dialog textarea").ChangeAsync(new() { Value = "" });
        await PressAsync("Save");

        ExpectClosed();
        var header = (await ReadAsync()).Header;
        Assert.Equal(("Summer timetable", ""), (header.Name, header.Description));
    }

    [Fact]
    public async Task EmptyName_IsRefusedInWords_AndTheDialogStays()
    {
        await MakeBoardAsync(1, 0);
        await OpenDialogAsync<BoardDialog>();

        await Screen.Find(".mud-dialog input").ChangeAsync(new() { Value = " " });
        await PressAsync("Save");

        Assert.Equal(["The name is empty."], Said);
        Assert.NotEmpty(Screen.FindAll(".mud-dialog"));
        Assert.Equal("Winter timetable", (await ReadAsync()).Header.Name);
    }

    [Fact]
    public async Task Cancel_ChangesNothing()
    {
        await MakeBoardAsync(1, 0);
        await OpenDialogAsync<BoardDialog>();
        await Screen.Find(".mud-dialog input").ChangeAsync(new() { Value = "Summer timetable" });

        await ExpectCancelChangesNothingAsync();
    }

    [Fact]
    public async Task AccessLost_ClosesTheDialog()
    {
        await MakeBoardAsync(1, 0);
        await OpenDialogAsync<BoardDialog>();

        await Screen.InvokeAsync(Client.End);

        ExpectClosed();
    }
}
