using LiveBoard.Web.Components.Dashboards.Charts;

namespace LiveBoard.Web.Tests.Dashboards;

public sealed class ChartRulesTests
{
    public static TheoryData<string, Func<ChartSpec, ChartSpec>> Mistakes =>
        new()
        {
            { "fewer values than places", s => s with { Series = [Series with { Values = [1] }] } },
            { "no number", s => s with { Series = [Series with { Values = [1, double.NaN] }] } },
            { "an endless limit", s => s with { Series = [Series with { Limits = [1, double.PositiveInfinity] }] } },
            { "limits for some", s => s with { Series = [Series with { Limits = [1] }] } },
            { "colours for some", s => s with { Series = [Series with { Colors = [ChartColor.Good] }] } },
            { "no series", s => s with { Series = [] } },
            { "points among bars", s => s with { Series = [Series with { Points = [new ChartPoint(0, 1, "")] }] } },
            { "lines that lie", s => s with { Kind = ChartKind.Lines, IsHorizontal = true } },
            { "a mark at no place", s => s with { Marks = [new ChartMark("", 2, ChartMarkAxis.Place)] } },
            { "a text without end", s => s with { Title = new string('x', 601) } },
            { "days that fall", s => s with { Axis = new ChartAxis.Days([new(2026, 1, 2), new(2026, 1, 1)]) } },
            { "decimals without end", s => s with { Decimals = 7 } },
        };

    private static ChartSeries Series => new("a", ChartColor.Accent) { Values = [1, null] };

    private static ChartSpec Right =>
        new()
        {
            Kind = ChartKind.Bars,
            Title = "t",
            Axis = new ChartAxis.Categories(["a", "b"]),
            Series = [Series],
            Marks = [new ChartMark("m", 1, ChartMarkAxis.Place)],
        };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void AMistake_IsTold(string what, Func<ChartSpec, ChartSpec> make) =>
        Assert.True(Record.Exception(() => ChartRules.Check(make(Right))) is InvalidOperationException, what);

    [Fact]
    public void WhatIsRight_Passes() => ChartRules.Check(Right);

    [Theory]
    [InlineData("b/1/c/2", true)]
    [InlineData("/b/1?at=10:30", true)]
    [InlineData("https://example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//example.org", false)]
    [InlineData("/\\example.org", false)]
    [InlineData("", false)]
    public void APoint_LeadsToAPageHere(string address, bool isHere)
    {
        var spec = Right with
        {
            Kind = ChartKind.Scatter,
            Series = [new ChartSeries("a", ChartColor.Accent) { Points = [new ChartPoint(1, 1, "p", address)] }],
        };

        Assert.Equal(isHere, Record.Exception(() => ChartRules.Check(spec)) is null);
    }

    [Fact]
    public void ColoursOfPeople_AreThoseThatThereAre()
    {
        Assert.Equal("person-12", ChartColor.Person(12).Token);
        Assert.Throws<ArgumentOutOfRangeException>(() => ChartColor.Person(13));
        Assert.Equal("chart-1", ChartColor.Category(8).Token);
    }
}
