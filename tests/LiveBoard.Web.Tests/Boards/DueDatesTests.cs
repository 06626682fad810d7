using LiveBoard.Core.Boards;
using LiveBoard.Testing;
using LiveBoard.Web.Components.Boards;

namespace LiveBoard.Web.Tests.Boards;

/// <summary>The moments at which a due date becomes another one.</summary>
public sealed class DueDatesTests
{
    private static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);
    private static readonly CardSnapshot Card = SampleSnapshots.Card(1, Guid.NewGuid(), "a0");

    [Theory]
    [InlineData(-TimeSpan.TicksPerDay, nameof(DueState.Overdue))]
    [InlineData(0, nameof(DueState.Overdue))]
    [InlineData(1, nameof(DueState.Soon))]
    [InlineData(2 * TimeSpan.TicksPerDay, nameof(DueState.Soon))]
    [InlineData((2 * TimeSpan.TicksPerDay) + 1, nameof(DueState.Later))]
    public void StateOf_TurnsAtTheMoment(long fromNow, string expected) =>
        Assert.Equal(expected, DueDates.StateOf(Card with { DueAt = Now.AddTicks(fromNow) }, Now).ToString());

    [Fact]
    public void StateOf_WhatIsDoneOrHasNoDate_IsNeverLate()
    {
        Assert.Equal(DueState.Done, DueDates.StateOf(Card with { DueAt = Now.AddDays(-1), IsDueDone = true }, Now));
        Assert.Equal(DueState.None, DueDates.StateOf(Card with { DueAt = null }, Now));
    }
}
