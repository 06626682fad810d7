using System.Text.Json;
using Bunit;
using LiveBoard.Web.Components.Dashboards.Charts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Tests.Dashboards;

public sealed class ChartViewTests : ChartTest
{
    private readonly JSRuntimeInvocationHandler _draw;

    public ChartViewTests() => _draw = JSInterop.SetupVoid("LiveBoard.drawChart", _ => true);

    [Fact]
    public void FirstTime_AllIsSent()
    {
        Show(Bars(1, 2));

        Assert.Equal(["axis", "label", "look", "marks", "values"], PartsOf(Assert.Single(_draw.Invocations)));
    }

    [Fact]
    public void SameChart_IsNotSentAgain()
    {
        _draw.SetVoidResult();
        var spec = Bars(1, 2);
        var view = Show(spec);
        var renders = view.RenderCount;

        ShowNext(view, spec);
        Assert.Equal(renders, view.RenderCount);
        ShowNext(view, Bars(1, 2));

        Assert.Single(_draw.Invocations);
    }

    [Fact]
    public void OtherValues_AreSentWithoutTheRest()
    {
        _draw.SetVoidResult();
        var view = Show(Bars(1, 2));

        ShowNext(view, Bars(1, 5));

        Assert.Equal(["label", "values"], PartsOf(_draw.Invocations.Last()));
        Assert.Equal(5, Sent(_draw.Invocations.Last()).GetProperty("values")[0].GetProperty("values")[1].GetDouble());
    }

    [Fact]
    public void WhileOnePictureIsOnItsWay_OnlyTheLatestWaits()
    {
        var view = Show(Bars(1, 1));
        for (var value = 2; value <= 9; value++)
        {
            ShowNext(view, Bars(1, value));
        }

        Assert.Single(_draw.Invocations);
        _draw.SetVoidResult();

        view.WaitForAssertion(() => Assert.Equal(2, _draw.Invocations.Count));
        Assert.Equal(9, Sent(_draw.Invocations.Last()).GetProperty("values")[0].GetProperty("values")[1].GetDouble());
    }

    [Fact]
    public async Task AfterALostConnection_AllIsSentAnew()
    {
        _draw.SetVoidResult();
        Show(Bars(1, 2));
        var scripts = (DotNetObjectReference<ChartScripts>)_draw.Invocations.Single().Arguments[2]!;

        await scripts.Value.DrawAgain();

        Assert.Equal(["axis", "label", "look", "marks", "values"], PartsOf(_draw.Invocations.Last()));
        Assert.Equal(2, _draw.Invocations.Count);
    }

    [Fact]
    public async Task ALostPicture_IsSentAnewWithoutWaitingForItsAnswer()
    {
        var view = Show(Bars(1, 2));
        ShowNext(view, Bars(1, 3));
        var scripts = (DotNetObjectReference<ChartScripts>)_draw.Invocations.Single().Arguments[2]!;

        // What is on its way is given up; the loop that sent it sends what is true now.
        _draw.SetCanceled();
        await view.InvokeAsync(scripts.Value.DrawAgain);

        view.WaitForAssertion(() => Assert.Contains("axis", PartsOf(_draw.Invocations.Last())));
        Assert.True(_draw.Invocations.Count >= 2);
    }

    [Fact]
    public async Task ABrowserThatIsGone_IsNoError()
    {
        _draw.SetException(new JSDisconnectedException("gone"));
        var view = Show(Bars(1, 2));
        ShowNext(view, Bars(1, 3));

        await DisposeComponentsAsync();

        Assert.Null(Renderer.UnhandledException.IsCompleted ? await Renderer.UnhandledException : null);
    }

    [Fact]
    public void ABrowserThatCannotDraw_ShowsTheTable()
    {
        _draw.SetException(new JSException("no module"));

        var view = Show(Bars(1, 2));

        view.WaitForAssertion(() =>
            Assert.Equal(["Week 1", "Week 2"], view.FindAll("tbody th").Select(c => c.TextContent))
        );
        Assert.Empty(view.FindAll("button"));
    }

    [Fact]
    public async Task Disposed_TheBrowserForgetsIt()
    {
        _draw.SetVoidResult();
        Show(Bars(1, 2));

        await DisposeComponentsAsync();

        JSInterop.VerifyInvoke("LiveBoard.removeChart", 1);
    }

    [Fact]
    public void NothingToShow_IsSaid_AndNothingIsDrawn()
    {
        var view = Show(Bars(null, null) with { EmptyText = "No card was finished yet." });

        Assert.Equal("No card was finished yet.", view.Find(".chart-none").TextContent);
        Assert.True(view.Find(".chart-pic").HasAttribute("hidden"));
        Assert.Empty(view.FindAll("button"));
        Assert.Empty(_draw.Invocations);
    }

    [Fact]
    public void BeforeThereIsACircuit_TheTableIsShown()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var view = Show(Bars(3, null));

        Assert.Equal(["3", ""], view.FindAll("tbody td").Select(c => c.TextContent));
        Assert.Empty(view.FindAll(".chart-pic"));
        Assert.Empty(_draw.Invocations);
    }

    private static JsonElement Sent(JSRuntimeInvocation call) =>
        JsonDocument.Parse((string)call.Arguments[3]!).RootElement;

    private static IEnumerable<string> PartsOf(JSRuntimeInvocation call) =>
        Sent(call).EnumerateObject().Select(part => part.Name).Order();
}
