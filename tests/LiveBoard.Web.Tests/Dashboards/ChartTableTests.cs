using System.Collections.Immutable;
using Bunit;
using LiveBoard.Web.Components.Dashboards.Charts;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Tests.Dashboards;

public sealed class ChartTableTests : ChartTest
{
    private const string Hostile = "=1+<img src=x onerror=alert(1)>";

    public ChartTableTests()
    {
        JSInterop.SetupVoid("LiveBoard.drawChart", _ => true).SetVoidResult();
        JSInterop.SetupVoid("LiveBoard.saveChartNumbers", _ => true).SetVoidResult();
        JSInterop.SetupVoid("LiveBoard.saveChartPicture", _ => true).SetVoidResult();
    }

    [Fact]
    public async Task Menu_ShowsTheNumbersInPlaceOfThePicture_AndBack()
    {
        var view = Show(
            Bars(4, 12_345.5) with
            {
                Decimals = 1,
                Marks = [new ChartMark("average", 6_174.75)],
                Series = [new ChartSeries(Hostile, ChartColor.Bad) { Values = [4, 12_345.5], Limits = [5, null] }],
            }
        );

        await ChooseAsync(view, "Show as table");

        Assert.Equal(["Name", Hostile, $"{Hostile}, limit"], view.FindAll("thead th").Select(c => c.TextContent));
        Assert.Equal(["4", "5", "12,345.5", ""], view.FindAll("tbody td").Select(c => c.TextContent));
        Assert.Equal("average6,174.8", view.Find("dl").TextContent);
        Assert.True(view.Find(".chart-pic").HasAttribute("hidden"));

        await ChooseAsync(view, "Show as chart");

        Assert.Empty(view.FindAll("table"));
        Assert.False(view.Find(".chart-pic").HasAttribute("hidden"));
    }

    [Fact]
    public async Task Menu_SavesTheNumbersAsTheyAre()
    {
        var view = Show(
            Bars(0.125, null) with
            {
                Title = "Flow: a/b",
                Axis = new ChartAxis.Days([new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 6)]),
                Series = [new ChartSeries(Hostile, ChartColor.Accent) { Values = [0.125, null] }],
            }
        );

        await ChooseAsync(view, "Save as CSV");

        var saved = JSInterop.VerifyInvoke("LiveBoard.saveChartNumbers");
        Assert.Equal(
            ["\uFEFFDay,'=1+<img src=x onerror=alert(1)>\r\n2026-11-05,0.125\r\n2026-11-06,\r\n", "Flow_ a_b.csv"],
            saved.Arguments
        );
    }

    [Fact]
    public async Task WhatIsMarked_IsInTheFile_AndInTheTable()
    {
        var view = Show(
            Bars(1, 2) with
            {
                Axis = new ChartAxis.Days([new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 6)]),
                Series =
                [
                    new ChartSeries("a", ChartColor.Accent) { Values = [1, 2] },
                    new ChartSeries("b", ChartColor.Accent) { Values = [3, 4] },
                ],
                Marks = [new ChartMark("85 %", 1.5), new ChartMark("target", 1, ChartMarkAxis.Place)],
            }
        );

        await ChooseAsync(view, "Save as CSV");

        Assert.Equal(
            "\uFEFFDay,a,b\r\n2026-11-05,1,3\r\n2026-11-06,2,4\r\n85 %,,1.5\r\ntarget,2026-11-06,\r\n",
            JSInterop.VerifyInvoke("LiveBoard.saveChartNumbers").Arguments[0]
        );
        await ChooseAsync(view, "Show as table");
        Assert.Equal(["1.5", "Fri 6 Nov 2026"], view.FindAll("dd").Select(d => d.TextContent));
    }

    [Fact]
    public async Task Menu_SavesThePictureUnderItsTitle()
    {
        var view = Show(Bars(1));

        await ChooseAsync(view, "Save as PNG");

        Assert.Equal("Throughput.png", JSInterop.VerifyInvoke("LiveBoard.saveChartPicture").Arguments[1]);
    }

    [Fact]
    public async Task AFileThatCouldNotBeMade_IsSaid()
    {
        JSInterop.SetupVoid("LiveBoard.saveChartPicture", _ => true).SetException(new JSException("no canvas"));
        var view = Show(Bars(1));

        await ChooseAsync(view, "Save as PNG");

        Assert.Equal("The file could not be made. Please try again.", view.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Points_AreRowsWithTheirLinks_NewestFirst()
    {
        var view = Show(
            new ChartSpec
            {
                Kind = ChartKind.Scatter,
                Title = "Cycle time",
                Unit = "days",
                Axis = new ChartAxis.Days([new DateOnly(2026, 11, 5), new DateOnly(2026, 11, 6)]),
                Series =
                [
                    new ChartSeries("Cards", ChartColor.Accent)
                    {
                        Points = [new ChartPoint(0, 3, "#1 First", "b/1/c/1"), new ChartPoint(1, 4, Hostile)],
                    },
                ],
            }
        );

        await ChooseAsync(view, "Show as table");

        Assert.Equal([Hostile, "#1 First"], view.FindAll("tbody th").Select(c => c.TextContent));
        Assert.Equal("b/1/c/1", view.Find("tbody a").GetAttribute("href"));
        Assert.Equal(
            ["Fri 6 Nov 2026", "4", "Thu 5 Nov 2026", "3"],
            view.FindAll("tbody td").Select(c => c.TextContent)
        );
    }

    [Fact]
    public void ALongTable_HasItsEnd_AndSaysSo()
    {
        SetRendererInfo(new("Static", isInteractive: false));

        var view = Show(Bars([.. Enumerable.Range(1, 600).Select(i => (double?)i)]));

        Assert.Equal(500, view.FindAll("tbody tr").Count);
        Assert.Equal("600", view.FindAll("tbody td")[^1].TextContent);
        Assert.Contains("500 of 600", view.Find("p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ValuesOfASparkline_AreThereForTheEar()
    {
        SetRendererInfo(new("Static", isInteractive: false));
        var view = Show(Bars(1, 2) with { Kind = ChartKind.Sparkline });

        Assert.Equal(2, view.FindAll(".tiny tbody td").Count);
        Assert.Empty(view.FindAll(".chart-head"));
    }

    [Fact]
    public void Stages_GrowDeeper_AndAreToldApart()
    {
        ImmutableArray<string> Of(int count) =>
            [.. Enumerable.Range(0, count).Select(i => ChartColor.Stage(i, count).Token)];

        Assert.Equal(["flow-4"], Of(1));
        Assert.Equal(["flow-3", "flow-4", "flow-5"], Of(3));
        Assert.Equal(["flow-1", "flow-2", "flow-3", "flow-4", "flow-5"], Of(5));
        Assert.Equal(("flow-1", "flow-5"), (Of(9)[0], Of(9)[^1]));
    }
}
