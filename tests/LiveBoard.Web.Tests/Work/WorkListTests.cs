using Bunit;
using LiveBoard.Core.Access.Work;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Work;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LiveBoard.Web.Tests.Work;

/// <summary>A list of cards by when they press.</summary>
public sealed class WorkListTests : BunitContext
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero));

    public WorkListTests()
    {
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton(new DueDates(TimeZoneInfo.Utc));
        Services.AddSingleton<DueClock>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    [Fact]
    public void Cards_StandByWhenTheyPress_TheMostPressingFirst()
    {
        var list = Open(
            Card(1, null),
            Card(2, Now.AddDays(30)),
            Card(3, Now.AddDays(2)),
            Card(4, Now.AddHours(5)),
            Card(5, Now.AddHours(1)),
            Card(6, Now.AddHours(-1))
        );

        Assert.Equal(
            ["Overdue 6", "Today 5 4", "This week 3", "Later 2", "No date 1"],
            list.FindAll("section").Select(SectionText)
        );
    }

    [Fact]
    public void CardThatBecomesOverdue_MovesByItself()
    {
        var list = Open(Card(1, Now.AddSeconds(30)));
        Assert.Equal(["Today 1"], list.FindAll("section").Select(SectionText));

        _time.Advance(TimeSpan.FromMinutes(1));

        list.WaitForAssertion(() => Assert.Equal(["Overdue 1"], list.FindAll("section").Select(SectionText)));
        Assert.Single(list.FindAll(".chip.over"));
    }

    [Fact]
    public void Row_ShowsLabelsAndSteps_AsTheyAreWritten()
    {
        var list = Open(
            Card(1, null) with
            {
                Title = "<b>Pier</b>",
                Labels = [new LabelSnapshot(Guid.NewGuid(), "", LabelColor.Straw)],
                Steps = [new WorkStep(Guid.NewGuid(), "Ask the port", Now.AddMinutes(-1))],
            }
        );

        Assert.Equal("#1 <b>Pier</b>", list.Find(".wk-a").TextContent);
        Assert.Equal("Straw", list.Find(".lb.l-straw").TextContent);
        Assert.Contains("Ask the port", list.Find(".wk-steps li").TextContent, StringComparison.Ordinal);
        Assert.Single(list.FindAll(".wk-steps .chip.over"));
        Assert.Equal(["Overdue 1"], list.FindAll("section").Select(SectionText));
    }

    [Fact]
    public void Watched_IsFoldedAway_UntilSomethingIsLookedFor()
    {
        var list = Open();
        Assert.Empty(list.FindAll("details"));

        list.Render(p => p.Add(l => l.Watched, [Card(1, null)]));
        Assert.False(list.Find("details").HasAttribute("open"));
        list.Render(p => p.Add(l => l.IsOpen, true));
        Assert.True(list.Find("details").HasAttribute("open"));
    }

    private IRenderedComponent<WorkList> Open(params WorkCard[] cards) =>
        Render<WorkList>(p => p.Add(l => l.Cards, [.. cards]).Add(l => l.Mentioned, []).Add(l => l.Watched, []));

    private static string SectionText(AngleSharp.Dom.IElement section) =>
        $"{section.GetAttribute("aria-label")} {string.Join(' ', section.QuerySelectorAll(".no").Select(n => n.TextContent.TrimStart('#')))}";

    private static WorkCard Card(int number, DateTime? due) =>
        new(Guid.CreateVersion7(), Guid.Empty, "Board", number, "Card", "Column", due, false, true, [], []);
}
