using LiveBoard.Core.Boards;
using LiveBoard.Core.Exchange;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Exchange;

public sealed class DemoWorkspaceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly DateTime Now = new(2026, 11, 24, 9, 30, 0, DateTimeKind.Utc);

    public static TheoryData<DateTime> Times =>
        [Now, Now.AddDays(4).AddHours(14), Now.AddDays(5), Now.AddHours(-9), Now.AddHours(-4)];

    [Theory]
    [MemberData(nameof(Times))]
    public void History_EndsWhereCardsAreAndNeverInTheFuture(DateTime now)
    {
        foreach (var plan in DemoWorkspace.Create(now))
        {
            HistoryFold.AssertJoinsUp(plan);
            Assert.Equal(plan.Cards.ToDictionary(c => c.Id, c => (string?)c.ColumnId), HistoryFold.Columns(plan));
            Assert.All(plan.History, entry => Assert.InRange(entry.At, now.AddDays(-90), now));
            Assert.All(plan.Cards.SelectMany(c => c.Comments), comment => Assert.True(comment.CreatedAt <= now));
        }
    }

    [Fact]
    public void History_FinishesWorkInEachOfTwelveWeeks()
    {
        var plan = DemoWorkspace.Create(Now)[0];
        var done = plan.Columns.Single(c => c.Stage == ColumnStage.Done).Id;

        var weeks = plan
            .History.Where(h => h.Kind == ActivityKind.CardMoved && h.ColumnId == done)
            .GroupBy(h => (int)(Now - h.At).TotalDays / 7);

        Assert.True(weeks.Count() >= 11, $"Work was finished in {weeks.Count()} weeks only.");
    }

    [Fact]
    public void Create_SameSeedAndTime_GivesTheSame()
    {
        Assert.Equivalent(DemoWorkspace.Create(Now), DemoWorkspace.Create(Now), strict: true);
        Assert.NotEqual(
            DemoWorkspace.Create(Now)[0].History.Select(h => h.At),
            DemoWorkspace.Create(Now, seed: 1)[0].History.Select(h => h.At)
        );
    }

    [Fact]
    public void MainBoard_ShowsWhatABoardCanShow()
    {
        var plan = DemoWorkspace.Create(Now)[0];
        var open = plan.Cards.Where(c => !c.IsArchived).ToList();

        Assert.InRange(plan.Cards.Count, 60, 90);
        Assert.Contains(plan.Columns, c => open.Count(card => card.ColumnId == c.Id) > c.WipLimit);
        Assert.Contains(plan.Columns, c => open.All(card => card.ColumnId != c.Id));
        Assert.Contains(plan.Cards, c => c.IsArchived);
        Assert.Equal(3, plan.Columns.Select(c => c.Stage).Distinct().Count());
        int[] days =
        [
            .. open.Where(c => !c.IsDueDone)
                .Select(c => c.DueAt)
                .OfType<DateTime>()
                .Select(d => (d.Date - Now.Date).Days),
        ];
        Assert.Contains(days, d => d < 0);
        Assert.Contains(0, days);
        Assert.Contains(1, days);
        Assert.Contains(days, d => d > 7);
        Assert.Contains(open, c => c.Checklists.Count > 0);
        Assert.Contains(open, c => c.Comments.Count > 0);
    }

    [Fact]
    public async Task Import_TakesAllBoards()
    {
        await using var workspace = await ImportWorkspace.CreateAsync();

        foreach (var plan in DemoWorkspace.Create(Now))
        {
            await workspace.ImportAsync(plan);
        }

        await using var db = workspace.Database.CreateDbContext();
        Assert.Equal(3, await db.Boards.CountAsync(Stop));
    }
}
