using LiveBoard.Core.Boards;
using LiveBoard.Core.Exchange;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class TrelloRealFilesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private const string Tv = "what-would-tv-be-like.json";
    private const string Gis = "gis.json";

    [Fact]
    public async Task Read_Of2016_CarriesEverything()
    {
        var import = await TrelloText.ImportFileAsync(Tv);

        var counts = import.Report.Counts;
        Assert.Equal(
            (21, 0, 206, 0, 6),
            (counts.Columns, counts.ArchivedColumns, counts.Cards, counts.ArchivedCards, counts.Labels)
        );
        Assert.Equal("What would TV be like if it were...", import.Plan.Name);
        Assert.Equal(["Libby Miller"], import.Members.Select(m => m.Name));
        Assert.Equal(206, import.Plan.History.Count(h => h.Kind == ActivityKind.CardCreated && h.CardId is not null));
        Assert.Equal(361, import.Plan.History.Count(h => h.Kind == ActivityKind.CardRenamed));
        Assert.Equal(
            [
                new FidelityNote(FidelityCode.HistoryOfGoneCards, 6),
                new FidelityNote(FidelityCode.OrderChanges, 13),
                new FidelityNote(FidelityCode.ActionNotCarried, 0),
            ],
            import
                .Report.Notes.Where(n => n.Code != FidelityCode.ActionNotCarried)
                .Append(new FidelityNote(FidelityCode.ActionNotCarried, 0))
        );
    }

    [Fact]
    public async Task Read_Of2016_FoldsToTheColumnsThatCardsAreIn()
    {
        var plan = (await TrelloText.ImportFileAsync(Tv)).Plan;

        Assert.Equal(plan.Cards.ToDictionary(c => c.Id, c => (string?)c.ColumnId), HistoryFold.Columns(plan));
        HistoryFold.AssertJoinsUp(plan);
    }

    [Fact]
    public async Task Read_Of2012_KeepsTheOrderOfTheFile()
    {
        var import = await TrelloText.ImportFileAsync(Gis);

        var counts = import.Report.Counts;
        Assert.Equal((15, 72, 1, 5), (counts.Columns, counts.Cards, counts.ArchivedCards, counts.Comments));
        Assert.Equal("Basics", import.Plan.Columns[0].Name);
        Assert.Equal("Layer", import.Plan.Cards[0].Title);
        Assert.Equal(72, import.Report.Count(FidelityCode.Renumbered));
    }

    [Fact]
    public async Task Read_Of2012_FoldsToTheColumnsThatCardsAreIn()
    {
        var plan = (await TrelloText.ImportFileAsync(Gis)).Plan;

        Assert.Equal(plan.Cards.ToDictionary(c => c.Id, c => (string?)c.ColumnId), HistoryFold.Columns(plan));
        Assert.Equal("Advanced", Assert.Single(plan.History, h => h.Kind == ActivityKind.CardMoved).After);
    }

    [Theory]
    [InlineData(Tv)]
    [InlineData(Gis)]
    public async Task Import_MakesWhatTheReportSays(string file)
    {
        var import = await TrelloText.ImportFileAsync(file);
        await using var workspace = await ImportWorkspace.CreateAsync();

        await workspace.ImportAsync(import.Plan);

        await ReportedCounts.AssertAsync(workspace, import.Report.Counts);
        await using var db = workspace.Database.CreateDbContext();
        Assert.True(
            await db.Activity.Where(a => a.Kind != ActivityKind.BoardImported).AllAsync(a => a.IsImported, Stop)
        );
    }
}
