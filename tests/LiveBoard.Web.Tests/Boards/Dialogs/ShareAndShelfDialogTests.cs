using Bunit;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Columns;
using LiveBoard.Web.Components.Boards.Dialogs;

namespace LiveBoard.Web.Tests.Boards.Dialogs;

public sealed class ShareAndShelfDialogTests : DialogTest
{
    [Fact]
    public async Task Share_ShowsWhoMay_AndSetsIt()
    {
        await MakeBoardAsync(1, 0);
        await OpenDialogAsync<ShareDialog>();
        Screen.WaitForElement("select[aria-label='Role of Bo Berg']");
        Assert.True(Screen.FindAll("input[name=visibility]")[1].HasAttribute("checked"));

        await Screen.Find("select[aria-label='Role of Bo Berg']").ChangeAsync(new() { Value = "Viewer" });
        await Screen.FindAll("input[name=visibility]")[0].ChangeAsync(new() { Value = "on" });

        Screen.WaitForAssertion(() =>
            Assert.Equal("Reads", Chosen(Screen.Find("select[aria-label='Role of Bo Berg']")))
        );
        Assert.Equal(BoardVisibility.Private, (await ReadAsync()).Header.Visibility);
        await using var db = App.CreateDbContext();
        Assert.Equal(BoardRole.Viewer, db.BoardMembers.Single(m => m.PersonId == Bo.Id).Role);
    }

    [Fact]
    public async Task Share_ARoleThatWasNotOffered_GoesNoFurther()
    {
        await MakeBoardAsync(1, 0);
        await OpenDialogAsync<ShareDialog>();
        var version = (await ReadAsync()).Version;

        await Screen.WaitForElement(".indent select").ChangeAsync(new() { Value = "Admin" });

        Assert.Equal(version, (await ReadAsync()).Version);
    }

    [Fact]
    public async Task Share_MakesALinkForGuests_ShowsItOnce_AndWithdrawsIt()
    {
        await MakeBoardAsync(1, 0);
        await OpenDialogAsync<ShareDialog>();
        var form = Screen.WaitForElement("form.stacked");

        await form.QuerySelector("input")!.ChangeAsync(new() { Value = "For Acme" });
        await form.QuerySelector("input[type=password]")!.ChangeAsync(new() { Value = "short" });
        await form.SubmitAsync(EventArgs.Empty);
        Assert.Contains("8 characters", Screen.Markup, StringComparison.Ordinal);
        await form.QuerySelector("input[type=password]")!.ChangeAsync(new() { Value = "long enough" });
        await form.SubmitAsync(EventArgs.Empty);

        Screen.WaitForAssertion(() =>
            Assert.Contains("/share/", Screen.Find("input.mono").GetAttribute("value"), StringComparison.Ordinal)
        );
        await using var db = App.CreateDbContext();
        Assert.NotNull(db.GuestLinks.Single().PasswordHash);
        await Screen.WaitForElement("button[aria-label='Withdraw For Acme']").ClickAsync(new());
        Screen.WaitForAssertion(() => Assert.Empty(Screen.FindAll("button[aria-label='Withdraw For Acme']")));
    }

    [Fact]
    public async Task Shelf_ShowsWhatWasPutAway_FindsIt_AndBringsItBack()
    {
        var board = await MakeBoardAsync(2, 3);
        await ShelveAsync(board.Columns[0].Cards[0], CardShelf.Archive);
        await ShelveAsync(board.Columns[0].Cards[1], CardShelf.Trash);
        await SendAsync(new ArchiveColumn { BoardId = BoardId, ColumnId = board.Columns[1].Id });
        await OpenDialogAsync<ShelfDialog>();
        Screen.WaitForAssertion(() => Assert.Equal(["Column 2", "1.1", "1.2"], Shown()));

        await Screen.Find("input[type=search]").ChangeAsync(new() { Value = "1.2" });
        Screen.WaitForAssertion(() => Assert.Equal(["1.2"], Shown()));
        await Screen.Find(".label-row button").ClickAsync(new());
        Screen.WaitForAssertion(() => Assert.Empty(Shown()));
        await Screen.Find("input[type=search]").ChangeAsync(new() { Value = "" });
        await Screen.Find(".label-row button").ClickAsync(new());

        Screen.WaitForAssertion(() => Assert.Equal(["1.1"], Shown()));
        var now = await ReadAsync();
        Assert.Equal(["1.2", "1.3"], now.Columns[0].Cards.Select(c => c.Title));
        Assert.Equal("Column 2", now.Columns[1].Name);
    }

    private IEnumerable<string> Shown() => Screen.FindAll(".label-row .cut").Select(c => c.TextContent);

    private Task ShelveAsync(CardSnapshot card, CardShelf to) =>
        SendAsync(
            new ShelveCards
            {
                BoardId = BoardId,
                CardIds = [card.Id],
                To = to,
            }
        );
}
