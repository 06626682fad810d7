using LiveBoard.Core.Access.Work;

namespace LiveBoard.Core.Tests.Access.Work;

/// <summary>Work stands under the first date that presses, told on the instance's clock.</summary>
public sealed class WorkPlanTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(
        "test",
        TimeSpan.FromHours(2),
        "test",
        "test"
    );

    /// <summary>Wednesday, noon on the zone's clock.</summary>
    private static readonly DateTime Now = new(2026, 3, 4, 10, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-03-04T10:00:00Z", WorkTime.Overdue)]
    [InlineData("2026-03-04T10:00:01Z", WorkTime.Today)]
    [InlineData("2026-03-04T21:59:59Z", WorkTime.Today)]
    [InlineData("2026-03-04T22:00:00Z", WorkTime.ThisWeek)]
    [InlineData("2026-03-08T21:59:59Z", WorkTime.ThisWeek)]
    [InlineData("2026-03-08T22:00:00Z", WorkTime.Later)]
    public void Card_StandsByItsDueDate_OnTheClockOfTheZone(string due, WorkTime expected) =>
        Assert.Equal(expected, WorkPlan.TimeOf(Card(At(due)), Now, Zone));

    [Fact]
    public void OnSunday_TheWeekEndsTheSameDay()
    {
        var sunday = new DateTime(2026, 3, 8, 10, 0, 0, DateTimeKind.Utc);

        Assert.Equal(WorkTime.Today, WorkPlan.TimeOf(Card(sunday.AddHours(1)), sunday, Zone));
        Assert.Equal(WorkTime.Later, WorkPlan.TimeOf(Card(sunday.AddDays(1)), sunday, Zone));
    }

    [Fact]
    public void Card_WithoutADate_OrWithOneThatIsMet_DoesNotPress()
    {
        Assert.Equal(WorkTime.NoDate, WorkPlan.TimeOf(Card(null), Now, Zone));
        Assert.Equal(WorkTime.Later, WorkPlan.TimeOf(Card(Now.AddDays(-1)) with { IsDueDone = true }, Now, Zone));
    }

    [Fact]
    public void Steps_PressEarlierThanTheirCard_AndWithoutADateWithIt()
    {
        var card = Card(Now.AddDays(30)) with { Steps = [Step(null), Step(Now.AddHours(-1))] };

        Assert.Equal(WorkTime.Overdue, WorkPlan.TimeOf(card, Now, Zone));
        Assert.Equal(Now.AddDays(30), WorkPlan.PressesAt(card with { Steps = [Step(null)] }));
        Assert.Equal(Now.AddDays(30), WorkPlan.PressesAt(card with { Steps = [Step(Now.AddDays(40))] }));
    }

    [Fact]
    public void CardOfSomebodyElse_PressesOnlyByTheStepsOnIt()
    {
        var card = Card(Now.AddHours(-1)) with { IsAssigned = false, Steps = [Step(Now.AddDays(30))] };

        Assert.Equal(WorkTime.Later, WorkPlan.TimeOf(card, Now, Zone));
    }

    private static DateTime At(string text) => DateTimeOffset.Parse(text, null).UtcDateTime;

    private static WorkStep Step(DateTime? due) => new(Guid.CreateVersion7(), "Step", due);

    private static WorkCard Card(DateTime? due) =>
        new(Guid.CreateVersion7(), Guid.Empty, "Board", 1, "Card", "Column", due, false, true, [], []);
}
