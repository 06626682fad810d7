using Bunit;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Boards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Web.Components.Boards.Dialogs;
using LiveBoard.Web.Texts;
using MudBlazor;

namespace LiveBoard.Web.Tests.Boards.Dialogs;

public sealed class ColumnDialogTests : DialogTest
{
    [Fact]
    public async Task Opens_WithTheColumnsValues_AndSavesOthers()
    {
        var column = await OpenAsync(limit: 5, isHard: true);
        Assert.Equal("5", Screen.Find(".mud-input-slot").GetAttribute("value"));
        Assert.True(Screen.Find(".mud-dialog input[type=checkbox]").HasAttribute("checked"));
        var stage = Screen.FindComponent<MudSelect<ColumnStage>>();
        Assert.Contains(DialogTexts.StageNotStarted, stage.Markup, StringComparison.Ordinal);

        await Screen.Find(".mud-input-slot").ChangeAsync(new() { Value = "7" });
        await Screen.InvokeAsync(() => stage.Instance.ValueChanged.InvokeAsync(ColumnStage.InProgress));
        await PressAsync("Save");

        ExpectClosed();
        var saved = (await ReadAsync()).FindColumn(column)!;
        Assert.Equal((7, true, ColumnStage.InProgress), (saved.WipLimit, saved.IsWipLimitHard, saved.Stage));
    }

    [Fact]
    public async Task BoardArchivedMeanwhile_IsSaid_AndTheDialogStays()
    {
        await OpenAsync(limit: 5, isHard: false);
        await SendAsync(new ArchiveBoard { BoardId = BoardId, IsArchived = true });

        await PressAsync("Save");

        Assert.Contains("This board is archived. Bring it back to change it.", Said);
        Assert.NotEmpty(Screen.FindAll(".mud-dialog"));
    }

    [Fact]
    public async Task Cancel_ChangesNothing()
    {
        await OpenAsync(limit: null, isHard: false);
        await Screen.Find(".mud-input-slot").ChangeAsync(new() { Value = "7" });

        await ExpectCancelChangesNothingAsync();
    }

    private async Task<Guid> OpenAsync(int? limit, bool isHard)
    {
        var column = (await MakeBoardAsync(1, 1)).Columns[0].Id;
        await SendAsync(
            new SetColumnLimit
            {
                BoardId = BoardId,
                ColumnId = column,
                Limit = limit,
                IsHard = isHard,
            }
        );
        await OpenDialogAsync<ColumnDialog>((nameof(ColumnDialog.ColumnId), column));
        return column;
    }
}
