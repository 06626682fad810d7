using Bunit;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Dashboards.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.Web.Tests.Dashboards;

/// <summary>Charts with a browser that answers when the test says so.</summary>
public abstract class ChartTest : BunitContext
{
    protected ChartTest()
    {
        Services.AddSingleton(new DueDates(TimeZoneInfo.Utc));
        Services.AddLogging();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        JSInterop.SetupVoid("LiveBoard.removeChart", _ => true).SetVoidResult();
    }

    protected static ChartSpec Bars(params double?[] values) =>
        new()
        {
            Kind = ChartKind.Bars,
            Title = "Throughput",
            Unit = "cards",
            Axis = new ChartAxis.Categories([.. values.Select((_, i) => $"Week {i + 1}")]),
            Series = [new ChartSeries("Published", ChartColor.Accent) { Values = [.. values] }],
        };

    protected IRenderedComponent<ChartView> Show(ChartSpec spec) => Render<ChartView>(p => p.Add(v => v.Spec, spec));

    protected static void ShowNext(IRenderedComponent<ChartView> view, ChartSpec spec) =>
        view.Render(p => p.Add(v => v.Spec, spec));

    /// <summary>Opens the menu, as the browser tells it, and chooses.</summary>
    protected static async Task ChooseAsync(IRenderedComponent<ChartView> view, string entry)
    {
        await view.Find(".chart-menu").TriggerEventAsync("ontoggle", EventArgs.Empty);
        await view.FindAll(".chart-menu button").Single(b => b.TextContent == entry).ClickAsync(new());
    }
}
