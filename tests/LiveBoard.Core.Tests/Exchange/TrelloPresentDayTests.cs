using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Plans;
using LiveBoard.Core.Exchange;
using LiveBoard.Testing;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class TrelloPresentDayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_KeepsListsInTheirOrderWithLimitsAndArchive()
    {
        var plan = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).Plan;

        Assert.Equal(["To do", "Done", "Old"], plan.Columns.Select(c => c.Name));
        Assert.Equal([3, null, null], plan.Columns.Select(c => c.WipLimit));
        Assert.Equal([false, false, true], plan.Columns.Select(c => c.IsArchived));
    }

    [Fact]
    public async Task Read_KeepsAllThatIsOnACard()
    {
        var card = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).Plan.Cards.Single(c => c.Id == "c-1");

        Assert.Equal("# Steep\nAt **low** tide", card.Description);
        Assert.Equal(new DateTime(2024, 2, 3, 15, 0, 0, DateTimeKind.Utc), card.DueAt);
        Assert.True(card.IsDueDone);
        Assert.Equal(LabelColor.Rose, card.Cover);
        Assert.Equal(["lab-1", "lab-2"], card.LabelIds);
        Assert.Equal(["m-1", "m-2"], card.AssigneeIds);
        Assert.Equal(["First", "Second"], card.Checklists.Select(c => c.Name));
        var due = new DateTime(2024, 2, 2, 10, 0, 0, DateTimeKind.Utc);
        Assert.Equal(
            [new ChecklistItemPlan("Measure", true), new ChecklistItemPlan("Close", false, due, "m-2")],
            card.Checklists[0].Items
        );
        Assert.Equal(["First remark", "Second *remark*"], card.Comments.Select(c => c.Text));
        Assert.Equal(["m-1", "m-8"], card.Comments.Select(c => c.AuthorId));
        Assert.Equal(
            ["f-1=0.50", "f-2=Brise", "f-3=true", "f-4=2024-03-01T12:00:00.0000000Z", "f-5=see map"],
            card.FieldValues.Select(v => $"{v.FieldId}={v.Value}")
        );
    }

    [Fact]
    public async Task Read_MakesLinksOfWebAddressesOnly()
    {
        var card = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).Plan.Cards.Single(c => c.Id == "c-1");

        Assert.Equal(
            [
                ("ramp.png", "https://trello.com/1/cards/c-1/ramp.png"),
                ("https://example.org/tides", "https://example.org/tides"),
                ("Bad javascript:alert(1)", null),
                ("Inside", "http://169.254.169.254/latest"),
            ],
            card.Attachments.Select(a => (a.Name, a.Url))
        );
    }

    [Fact]
    public async Task Read_MapsColoursAndKeepsNamesOfPeople()
    {
        var import = await TrelloText.ImportAsync(TrelloSample.PresentDay);

        Assert.Equal([LabelColor.Leaf, LabelColor.Stone, LabelColor.Brick], import.Plan.Labels.Select(l => l.Color));
        Assert.Equal(
            [
                ("Mara Okafor", 1, true),
                ("samir", 1, true),
                ("Former Colleague", 0, false),
                ("Former member m-9", 1, false),
            ],
            import.Members.Select(m => (m.Name, m.Cards, m.IsMember))
        );
    }

    [Fact]
    public async Task Read_SaysWhatIsLost()
    {
        var report = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).Report;

        Assert.Equal(
            [
                new(FidelityCode.CreationInferred, 3),
                new(FidelityCode.HistoryOfGoneCards, 1),
                new(FidelityCode.OrderChanges, 1),
                new(FidelityCode.ActionNotCarried, 1, "voteOnCard"),
                new(FidelityCode.UnknownPerson, 1),
                new(FidelityCode.UnknownFieldType, 1, "emoji"),
                new(FidelityCode.Renumbered, 1),
                new(FidelityCode.TemplateArchived, 1),
                new(FidelityCode.UploadStaysLink, 1),
                new(FidelityCode.LinkKeptAsText, 1),
                new(FidelityCode.CoverPicture, 1),
                new(FidelityCode.Votes, 1),
                new(FidelityCode.Stickers, 1),
                new(FidelityCode.Locations, 1),
                new(FidelityCode.Reminders, 1),
                new(FidelityCode.PowerUpData, 1),
                new FidelityNote(FidelityCode.UnknownField, 1, "cards.role"),
            ],
            report.Notes
        );
    }

    [Fact]
    public async Task Read_TellsHistoryWithItsOwnTimes()
    {
        var plan = (await TrelloText.ImportAsync(TrelloSample.PresentDay)).Plan;

        Assert.Equal(plan.Cards.ToDictionary(c => c.Id, c => (string?)c.ColumnId), HistoryFold.Columns(plan));
        var fog = plan
            .History.Where(h => h.CardId == "c-2")
            .Select(h => (h.Kind, h.FromColumnId, h.ColumnId, h.At.Day));
        Assert.Equal(
            [
                (ActivityKind.CardCreated, null, "l-todo", 30),
                (ActivityKind.CardMoved, "l-todo", "l-done", 2),
                (ActivityKind.CardArchived, null, "l-done", 2),
            ],
            fog
        );
    }

    [Fact]
    public async Task Import_MakesWhatTheReportSays()
    {
        var import = await TrelloText.ImportAsync(TrelloSample.PresentDay);
        await using var workspace = await ImportWorkspace.CreateAsync();

        await workspace.ImportAsync(import.Plan);

        await ReportedCounts.AssertAsync(workspace, import.Report.Counts);
    }

    [Fact]
    public async Task Import_ShowsTheBoardAsItWas()
    {
        var import = await TrelloText.ImportAsync(TrelloSample.PresentDay);
        await using var workspace = await ImportWorkspace.CreateAsync();

        var boardId = await workspace.ImportAsync(import.Plan);

        var board = await workspace.Database.Reader.ReadAsync(boardId, Stop);
        Assert.Equal(["To do", "Done"], board!.Columns.Select(c => c.Name));
        Assert.Equal(["First in to do", "Ramp at Pier 4"], board.Columns[0].Cards.Select(c => c.Title));
        var ramp = board.Columns[0].Cards[1];
        Assert.Equal((1, 2, 2, 4), (ramp.ChecklistDone, ramp.ChecklistTotal, ramp.CommentCount, ramp.AttachmentCount));
        await using var db = workspace.Database.CreateDbContext();
        Assert.Equal([7, 9, 10, 11, 12], await db.Cards.Select(c => c.Number).Order().ToListAsync(Stop));
        Assert.Equal(13, (await db.Boards.SingleAsync(Stop)).NextCardNumber);
    }
}
