using Bunit;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Commands.Cells;
using LiveBoard.Core.Live;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Boards.Grid;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace LiveBoard.Web.Tests.Boards;

/// <summary>The table of a board, on the product's own services.</summary>
public sealed class BoardGridTests : BoardPageTest
{
    private const string RowTitles = ".gwin > [data-card] > [data-c=\"0\"]";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Services.AddSingleton(App.Services.GetRequiredService<GridRowRenderer>());
        Services.AddSingleton(App.Services.GetRequiredService<CellPeopleReader>());
        Services.AddSingleton(App.Services.GetRequiredService<TimeZoneInfo>());
        JSInterop.SetupVoid("LiveBoard.attachGrid", _ => true).SetVoidResult();
        JSInterop.SetupVoid("LiveBoard.detachGrid", _ => true).SetVoidResult();
    }

    [Fact]
    public async Task TheAddress_SaysOrderAndGroups()
    {
        await MakeBoardAsync(columns: 2, cardsPerColumn: 2);

        var page = OpenTable("?sort=title-&group=column");

        page.WaitForAssertion(() => Assert.Equal(["1.2", "1.1", "2.2", "2.1"], TitlesIn(page)));
        Assert.Equal(["Column 12", "Column 22"], page.FindAll(".ggroup > [data-c=\"0\"]").Select(Text));
        Assert.Equal("descending", page.Find(".ghead > [data-c=\"0\"]").GetAttribute("aria-sort"));
        Assert.Null(page.Find(".ghead > [data-c=\"1\"]").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task ColumnsThatAreMovedAndWidened_AreSoAtOnce_AndInTheAddress()
    {
        await MakeBoardAsync(columns: 1, cardsPerColumn: 1);
        var page = OpenTable();
        page.WaitForAssertion(() => Assert.Single(TitlesIn(page)));
        var grid = page.FindComponent<BoardGrid>().Instance;

        await page.InvokeAsync(() => grid.MoveColumn(0, 1));
        page.WaitForAssertion(() =>
            Assert.Equal(["Column", "Title"], page.FindAll(".ghead > [data-c]").Take(2).Select(Text))
        );
        await page.InvokeAsync(() => grid.Resize(0, 5000));

        page.WaitForAssertion(() =>
            Assert.Contains("--w0:900px", page.Find("#grid").GetAttribute("style"), StringComparison.Ordinal)
        );
        Assert.Contains("cols=column%3A900", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangeByOthers_IsShown_WithWhoDidIt()
    {
        var board = await MakeBoardAsync(columns: 1, cardsPerColumn: 2);
        var page = OpenTable();
        page.WaitForAssertion(() => Assert.Equal(["1.1", "1.2"], TitlesIn(page)));

        await SendAsync(
            new RenameCard
            {
                BoardId = BoardId,
                CardId = board.Columns[0].Cards[1].Id,
                Title = "<b>new</b>",
            },
            Bo
        );

        page.WaitForAssertion(() => Assert.Equal(["1.1", "<b>new</b>"], TitlesIn(page)));
        Assert.NotNull(page.FindAll(".gwin > [data-card]")[1].GetAttribute("data-touch"));
        Assert.Null(page.FindAll(".gwin > [data-card]")[0].GetAttribute("data-touch"));
    }

    [Fact]
    public async Task ALongBoard_PaintsAWindowOfIt()
    {
        await MakeBoardAsync(columns: 1, cardsPerColumn: 100);
        var page = OpenTable();
        page.WaitForAssertion(() => Assert.Equal("1.1", TitlesIn(page)[0]));
        Assert.True(TitlesIn(page).Count < 60);

        var grid = page.FindComponent<BoardGrid>();
        await page.InvokeAsync(() => grid.Instance.ShowLines(80, 40));

        // The last line is for a new card.
        Assert.Equal(Enumerable.Range(81, 20).Select(i => $"1.{i}"), TitlesIn(page));
        Assert.NotNull(page.Find(".gwin > [data-new]"));
        Assert.Equal("102", page.Find("#grid").GetAttribute("aria-rowcount"));
    }

    [Fact]
    public async Task AnEditOfACellThatSomebodyChanged_IsAnsweredWithWhatStandsThere()
    {
        var board = await MakeBoardAsync(columns: 1, cardsPerColumn: 1);
        var page = OpenTable();
        page.WaitForAssertion(() => Assert.Single(TitlesIn(page)));
        var (grid, place) = (page.FindComponent<BoardGrid>().Instance, PlaceOf(board.Columns[0].Cards[0]));

        var clash = await page.InvokeAsync(() => grid.EditAsync(place, 0, "Mine", readAs: "Older"));
        var wrong = await page.InvokeAsync(() => grid.EditAsync(place, 1, "Nowhere", readAs: "Column 1"));
        var done = await page.InvokeAsync(() => grid.EditAsync(place, 0, "Mine", readAs: "1.1"));

        Assert.Equal(["clash", "1.1"], clash);
        Assert.Equal(["no", "#1, Column: there is no “Nowhere”."], wrong);
        Assert.Equal(["ok"], done);
        page.WaitForAssertion(() => Assert.Equal(["Mine"], TitlesIn(page)));
    }

    [Fact]
    public async Task OneValue_GoesIntoEveryCellOfARange_AndIsTakenBackAsOne()
    {
        var board = await MakeBoardAsync(columns: 2, cardsPerColumn: 3);
        var cards = board.Columns[0].Cards;
        var page = OpenTable();
        page.WaitForAssertion(() => Assert.Equal(6, TitlesIn(page).Count));
        var grid = page.FindComponent<BoardGrid>().Instance;

        await page.InvokeAsync(() =>
            grid.PasteAsync(new GridRange(PlaceOf(cards[2]), PlaceOf(cards[1]), 1, 1), "Column 2")
        );
        Assert.Equal([1, 5], (await ReadAsync()).Columns.Select(c => c.Cards.Length));

        await page.InvokeAsync(() => grid.Client.UndoLatestAsync());
        Assert.Equal([3, 3], (await ReadAsync()).Columns.Select(c => c.Cards.Length));
    }

    [Fact]
    public async Task WhoeverOnlyLooks_ChangesNothing_AndHasNoLineForNewCards()
    {
        await MakeBoardAsync(columns: 1, cardsPerColumn: 1);
        await SendAsync(new LiveBoard.Core.Commands.Boards.ArchiveBoard { BoardId = BoardId, IsArchived = true });
        var page = OpenTable();
        page.WaitForAssertion(() => Assert.Single(TitlesIn(page)));
        var grid = page.FindComponent<BoardGrid>().Instance;

        var answer = await page.InvokeAsync(() => grid.EditAsync(new GridPlace("", 1), 0, "New", null));

        Assert.Equal("no", answer[0]);
        Assert.Empty(page.FindAll("[data-new]"));
        Assert.Equal("true", page.Find("#grid").GetAttribute("aria-readonly"));
    }

    private static GridPlace PlaceOf(CardSnapshot card) => new(card.Id.ToString(), -1);

    private static List<string> TitlesIn(IRenderedComponent<BoardPage> page) =>
        [.. page.FindAll(RowTitles).Select(Text)];

    private static string Text(AngleSharp.Dom.IElement element) => element.TextContent.Trim();

    private IRenderedComponent<BoardPage> OpenTable(string query = "")
    {
        SignIn(Ada);
        Render<MudPopoverProvider>();
        Navigation.NavigateTo($"b/{BoardId}/table{query}");
        var page = Render<BoardPage>(p => p.Add(b => b.BoardId, BoardId));
        page.WaitForElement("#grid");
        return page;
    }
}
