using System.Collections.Immutable;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;
using static LiveBoard.Core.Tests.Dashboards.FlowLog;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>The figures by their published definitions.</summary>
public sealed class FlowMetricsTests
{
    private static CycleTimes Lengths(params double[] days) =>
        new([.. days.Select(d => new CycleTime(Guid.NewGuid(), DateTime.UnixEpoch, d))]);

    /// <summary>Nearest rank, as in the usual worked example: 15, 20, 35, 40, 50.</summary>
    [Theory]
    [InlineData(5, 15)]
    [InlineData(30, 20)]
    [InlineData(40, 20)]
    [InlineData(50, 35)]
    [InlineData(85, 50)]
    [InlineData(100, 50)]
    public void Percentile_IsTheNearestRank(int percent, double days) =>
        Assert.Equal(days, Lengths(50, 15, 40, 20, 35).Percentile(percent));

    [Fact]
    public void Percentile_OfNothing_IsNothing() => Assert.Null(Lengths().Percentile(50));

    [Fact]
    public void Histogram_HasWholeDays_AndNoMoreStepsThanAsked()
    {
        Assert.Equal(
            [(0, 1, 2), (1, 2, 0), (2, 3, 1)],
            Lengths(0.2, 0.9, 2).Histogram(10).Select(b => (b.FromDays, b.ToDays, b.Count))
        );
        Assert.Equal(
            [(0, 5, 3), (5, 10, 1)],
            Lengths(0.2, 0.9, 2, 9.5).Histogram(2).Select(b => (b.FromDays, b.ToDays, b.Count))
        );
        Assert.Empty(Lengths().Histogram(10));
    }

    [Fact]
    public void Throughput_HasEveryDay_AndWeeksBeginOnMonday()
    {
        var log = new FlowLog();
        foreach (var at in new[] { "09-05 10:00", "09-05 11:00", "09-06 12:00", "09-07 09:00" })
        {
            log.Add(at, ActivityKind.CardCreated, Guid.NewGuid(), Done);
        }

        var days = Throughput.PerDay(log.Ledger, Day(9, 4), Day(9, 8));

        Assert.Equal([0, 2, 1, 1, 0], days.Select(d => d.Count));
        Assert.Equal([(Day(8, 31), 3), (Day(9, 7), 1)], Throughput.PerWeek(days).Select(w => (w.Day, w.Count)));
        Assert.Equal([0, 4, 2, 2, 0], Throughput.Sum([days, days]).Select(d => d.Count));
    }

    [Fact]
    public void Days_AreThoseOfTheTeam_AlsoWhenTheClocksChange()
    {
        // Berlin, 25 October 2026: 02:00 to 03:00 comes twice, the day has 25 hours.
        var log = new FlowLog("Europe/Berlin");
        foreach (
            var at in new[] { "10-24 21:59", "10-24 22:00", "10-25 00:30", "10-25 01:30", "10-25 22:59", "10-25 23:00" }
        )
        {
            log.Add(at, ActivityKind.CardCreated, Guid.NewGuid(), Done);
        }

        Assert.Equal([1, 4, 1], Throughput.PerDay(log.Ledger, Day(10, 24), Day(10, 26)).Select(d => d.Count));
        Assert.Equal("0 0 1, 0 0 5, 0 0 6", log.Flow(Day(10, 24), Day(10, 26)));
    }

    [Fact]
    public void Length_AcrossAClockChange_IsTheTimeThatPassed()
    {
        var card = Guid.NewGuid();
        var log = new FlowLog("Europe/Berlin")
            .Add("10-24 22:00", ActivityKind.CardCreated, card, Doing)
            .Add("10-25 23:00", ActivityKind.CardMoved, card, Done);

        Assert.Equal(25, log.Ledger.Find(card)!.CycleTime!.Value.TotalHours);
    }

    [Fact]
    public void Burn_HasTheWayThatWouldDoIt()
    {
        // Eight cards on the first day; two are done on each of the next two.
        var log = new FlowLog();
        var cards = Enumerable.Range(0, 8).Select(_ => Guid.NewGuid()).ToList();
        cards.ForEach(card => log.Add("09-01 08:00", ActivityKind.CardCreated, card, ToDo));
        foreach (var (card, i) in cards.Take(4).Select((card, i) => (card, i)))
        {
            log.Add($"09-0{2 + (i / 2)} 09:00", ActivityKind.CardMoved, card, Done);
        }

        var burn = Burn.Of(CumulativeFlow.ByStage(log.Ledger, Day(9, 1), Day(9, 3)), Day(9, 5));

        Assert.Equal(5, burn.Days.Length);
        Assert.Equal([8, 6, 4], burn.Left);
        Assert.Equal([0, 2, 4], burn.Done);
        Assert.Equal([8, 6, 4, 2, 0], burn.Ideal);
    }

    [Fact]
    public void Burn_PastItsDay_OrLookingAhead_GoesOnToTheLastDay()
    {
        var log = new FlowLog().Add("09-01 08:00", ActivityKind.CardCreated, Guid.NewGuid(), ToDo);

        var flow = CumulativeFlow.ByStage(log.Ledger, Day(9, 1), Day(9, 3));

        var burn = Burn.Of(flow, Day(9, 2));

        Assert.Equal(3, burn.Days.Length);
        Assert.Equal([1, 0, 0], burn.Ideal);
        Assert.Equal(Day(9, 7), Burn.Of(flow, Day(9, 2), until: Day(9, 7)).Days[^1]);
        Assert.Equal(3, Burn.Of(flow, Day(9, 2), until: Day(9, 7)).Left.Length);
    }

    [Fact]
    public void Stages_OfSeveralBoards_AddUp()
    {
        var (one, other) = (new FlowLog(), new FlowLog());
        one.Add("09-01 08:00", ActivityKind.CardCreated, Guid.NewGuid(), Doing);
        other.Add("09-02 08:00", ActivityKind.CardCreated, Guid.NewGuid(), Doing);

        var sum = CumulativeFlow.Sum([
            .. new[] { one, other }.Select(log => CumulativeFlow.ByStage(log.Ledger, Day(9, 1), Day(9, 2))),
        ]);

        Assert.Equal([1, 2], sum.At(ColumnStage.InProgress));
        Assert.Equal([0, 0], sum.At(ColumnStage.Done));
    }
}
