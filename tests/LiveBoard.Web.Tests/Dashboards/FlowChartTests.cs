using LiveBoard.Core.Dashboards;
using LiveBoard.Core.Dashboards.Flow;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Dashboards;
using LiveBoard.Web.Components.Dashboards.Charts;

namespace LiveBoard.Web.Tests.Dashboards;

/// <summary>What of the flow of work is drawn, and where.</summary>
public sealed class FlowChartTests
{
    private static readonly DateOnly First = new(2026, 11, 1);

    [Fact]
    public void BurnDown_GoesOnFromToday_WithOneLineForEachShare()
    {
        var chart = BurnChart.Of(Data(isUp: false));

        Assert.Equal(
            ["Straight line", "Left", "50 % sure", "85 % sure", "95 % sure"],
            chart.Series.Select(s => s.Name)
        );
        Assert.Equal([6, 4, null, null, null], chart.Series[1].Values);
        Assert.All(chart.Series.Skip(2), s => Assert.Equal([null, 4, 2, 0, null], s.Values));
        Assert.All(chart.Series.Skip(2), s => Assert.True(s.IsDashed));
        Assert.Equal("85 % sure to be done by 4 Nov", chart.Unit);
        ChartRules.Check(chart);
    }

    [Fact]
    public void BurnUp_GoesOnUpToAllThereIs()
    {
        var chart = BurnChart.Of(Data(isUp: true));

        Assert.Equal(["Scope", "Done", "50 % sure", "85 % sure", "95 % sure"], chart.Series.Select(s => s.Name));
        Assert.All(chart.Series.Skip(2), s => Assert.Equal([null, 2, 4, 6, null], s.Values));
        ChartRules.Check(chart);
    }

    [Fact]
    public void Burn_WithoutAForecast_IsWhatIsKnown()
    {
        var chart = BurnChart.Of(Data(isUp: false) with { Forecast = null });

        Assert.Equal(2, chart.Series.Length);
        Assert.Equal("cards", chart.Unit);
    }

    [Fact]
    public void AgeingWork_StandsOverItsColumn_AmongTheZonesOfThePast()
    {
        var card = SampleSnapshots.Card(7, Guid.NewGuid(), "a", "Pier");
        var line = new CardLine(Guid.NewGuid(), card, "Review", [], StartedAt: null);
        var past = new CycleTimes([
            .. Enumerable.Range(1, 100).Select(days => new CycleTime(Guid.NewGuid(), default, days)),
        ]);

        var chart = TimeCharts.Ageing(new AgeingData(["Doing", "Review"], [new AgeingCard(line, 3.5)], past));

        var point = Assert.Single(chart.Series[0].Points);
        Assert.Equal((1, 3.5, "#7 Pier"), (point.Place, point.Value, point.Label));
        Assert.Equal(["50 %", "85 %", "95 %"], chart.Marks.Select(m => m.Name));
        Assert.Equal([50, 85, 95], chart.Marks.Select(m => m.Value));
        Assert.True(chart.HasZones);
        ChartRules.Check(chart);
        Assert.True(TimeCharts.Ageing(new AgeingData([], [], new CycleTimes([]))).IsEmpty);
    }

    /// <summary>Six cards, two done on the second day, which is today; two a day from then on.</summary>
    private static BurnData Data(bool isUp)
    {
        var burn = new Burn([.. Enumerable.Range(0, 5).Select(First.AddDays)], [6, 4], [0, 2], [6, 4.5, 3, 1.5, 0]);
        return new BurnData(burn, Forecast.Of([2], 4), First.AddDays(4), isUp);
    }
}
