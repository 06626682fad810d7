using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;
using static LiveBoard.Core.Tests.Dashboards.FlowLog;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>Worked examples: each can be followed with a finger.</summary>
public sealed class FlowLedgerTests
{
    private static readonly Guid A = Guid.NewGuid();
    private static readonly Guid B = Guid.NewGuid();

    /// <summary>Two cards; A goes through in three days, B is begun on the second.</summary>
    private static FlowLog TwoCards() =>
        new FlowLog()
            .Add("09-01 09:00", ActivityKind.CardCreated, A, ToDo)
            .Add("09-01 10:00", ActivityKind.CardCreated, B, ToDo)
            .Add("09-01 15:00", ActivityKind.CardMoved, A, Doing)
            .Add("09-02 09:00", ActivityKind.CardMoved, B, Doing)
            .Add("09-03 21:00", ActivityKind.CardMoved, A, Done);

    [Fact]
    public void CumulativeFlow_CountsAtTheEndOfEachDay() =>
        Assert.Equal("0 0 0, 1 1 0, 0 2 0, 0 1 1, 0 1 1", TwoCards().Flow(Day(8, 31), Day(9, 4)));

    [Fact]
    public void Times_RunFromMakingAndFromTheFirstStart_ToDone()
    {
        var ledger = TwoCards().Ledger;

        Assert.Equal(
            (TimeSpan.FromHours(60), TimeSpan.FromHours(54)),
            (ledger.Find(A)!.LeadTime, ledger.Find(A)!.CycleTime)
        );
        Assert.Equal((At("09-02 09:00"), null), (ledger.Find(B)!.StartedAt, ledger.Find(B)!.DoneAt));
    }

    [Fact]
    public void Card_TakenUpAgain_IsDoneWhenItIsDoneForGood()
    {
        var log = TwoCards()
            .Add("09-04 09:00", ActivityKind.CardMoved, A, Doing)
            .Add("09-06 15:00", ActivityKind.CardMoved, A, Done);

        Assert.Empty(log.Ledger.DoneBetween(Day(9, 3), Day(9, 5)));
        Assert.Equal(TimeSpan.FromDays(5), Assert.Single(log.Ledger.DoneBetween(Day(9, 6), Day(9, 6))).CycleTime);
        Assert.Equal("0 1 1, 0 2 0, 0 2 0, 0 1 1", log.Flow(Day(9, 3), Day(9, 6)));
    }

    [Fact]
    public void Card_DoneWithoutHavingBeenBegun_HasALeadTimeOnly()
    {
        var log = new FlowLog()
            .Add("09-01 09:00", ActivityKind.CardCreated, A, ToDo)
            .Add("09-02 09:00", ActivityKind.CardMoved, A, Done)
            .Add("09-03 09:00", ActivityKind.CardMoved, A, Doing)
            .Add("09-03 09:00", ActivityKind.CardMoved, A, ToDo)
            .Add("09-04 09:00", ActivityKind.CardCreated, B, Done);

        Assert.Null(log.Ledger.Find(A)!.DoneAt);
        Assert.Equal((TimeSpan.Zero, null), (log.Ledger.Find(B)!.LeadTime, log.Ledger.Find(B)!.CycleTime));
    }

    [Fact]
    public void PutAwayWhenDone_StaysDone_PutAwayBefore_LeavesTheFlow_AndComesBack()
    {
        var log = TwoCards()
            .Add("09-04 09:00", ActivityKind.CardArchived, A, Done)
            .Add("09-04 09:00", ActivityKind.CardArchived, B, Doing);
        Assert.Equal("0 1 1, 0 0 1", log.Flow(Day(9, 3), Day(9, 4)));
        Assert.NotNull(log.Ledger.Find(A)!.DoneAt);

        log.Add("09-05 09:00", ActivityKind.CardRestored, B, Doing);
        Assert.Equal("0 0 1, 0 1 1", log.Flow(Day(9, 4), Day(9, 5)));
    }

    [Fact]
    public void Column_PutAway_TakesItsCardsWithIt_AndBringsThemBack_ButNotThoseThatWerePutAwayThemselves()
    {
        var log = TwoCards()
            .Add("09-03 22:00", ActivityKind.CardMoved, A, Doing)
            .Add("09-03 23:00", ActivityKind.CardArchived, A, Doing)
            .Add("09-04 09:00", ActivityKind.ColumnArchived, column: Doing)
            .Add("09-05 09:00", ActivityKind.ColumnRestored, column: Doing)
            .Add("09-06 09:00", ActivityKind.CardRestored, A, Doing);

        Assert.Equal("0 1 0, 0 0 0, 0 1 0, 0 2 0", log.Flow(Day(9, 3), Day(9, 6)));
    }

    [Fact]
    public void Deleted_LeavesTheFlowOnThatDay_AndCountsNowhere_UntilItIsBroughtBack()
    {
        var log = TwoCards().Add("09-05 09:00", ActivityKind.CardDeleted, A);
        Assert.Equal("0 1 1, 0 1 1, 0 1 0", log.Flow(Day(9, 3), Day(9, 5)));
        Assert.Empty(log.Ledger.DoneBetween(Day(9, 1), Day(9, 9)));

        log.Add("09-06 09:00", ActivityKind.CardRestored, A, Done);
        Assert.Equal("0 1 0, 0 1 1", log.Flow(Day(9, 5), Day(9, 6)));
        Assert.Equal(At("09-06 09:00"), log.Ledger.Find(A)!.DoneAt);
    }

    [Fact]
    public void FinishedCards_OfAColumnThatIsGone_FormABandOfTheirOwn()
    {
        var flow = CumulativeFlow.ByColumn(TwoCards().Ledger, [ToDo, Doing], Day(9, 3), Day(9, 3));

        Assert.Equal([null, 1], [flow.Bands[^1].ColumnId, (object)flow.Bands[^1].Counts[0]]);
    }

    [Fact]
    public void NewStage_LooksAtThePastAnew()
    {
        var ledger = TwoCards().Ledger;
        ledger.SetStage(Doing, ColumnStage.Done);
        ledger.SetStage(ToDo, ColumnStage.InProgress);

        Assert.Equal([A, B], ledger.DoneBetween(Day(9, 1), Day(9, 2)).Select(i => i.CardId));
        Assert.Equal(TimeSpan.FromHours(6), ledger.Find(A)!.CycleTime);
        Assert.Equal([0, 1, 2], CumulativeFlow.ByStage(ledger, Day(8, 31), Day(9, 2)).At(ColumnStage.Done));
    }

    [Fact]
    public void Clocks_ThatDisagree_TakeNoCardBackInTime()
    {
        var log = new FlowLog()
            .Add("09-02 09:00", ActivityKind.CardCreated, A, ToDo)
            .Add("09-01 09:00", ActivityKind.CardMoved, A, Done);

        Assert.Equal("0 0 0, 0 0 1", log.Flow(Day(9, 1), Day(9, 2)));
        Assert.Equal(TimeSpan.Zero, log.Ledger.Find(A)!.LeadTime);
    }

    [Fact]
    public void PlacesAt_ShowsTheBoardAsItWas()
    {
        var places = TwoCards().Ledger.PlacesAt(At("09-01 20:00"));

        Assert.Equal([A], places[Doing]);
        Assert.Equal([B], places[ToDo]);
        Assert.Empty(TwoCards().Ledger.PlacesAt(At("08-01 20:00")));
    }
}
