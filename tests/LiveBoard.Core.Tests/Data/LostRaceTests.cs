using System.Data.Common;
using LiveBoard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Tests.Data;

/// <summary>Which failures mean that somebody else was first, so that a command is tried again and nothing else is.</summary>
public sealed class LostRaceTests
{
    [Theory]
    [InlineData("23505", true)]
    [InlineData("40001", true)]
    [InlineData("40P01", true)]
    [InlineData("23503", false)]
    [InlineData("57014", false)]
    [InlineData(null, false)]
    public void Database_SaysSoByItsState(string? state, bool isLost) =>
        Assert.Equal(isLost, LostRace.Is(new DbUpdateException("Not saved.", new Failure(state))));

    [Fact]
    public void RowThatChangedMeanwhile_IsALostRace_HoweverDeepItLies() =>
        Assert.True(LostRace.Is(new InvalidOperationException("No.", new DbUpdateConcurrencyException())));

    [Fact]
    public void AnyOtherFailure_IsNone() =>
        Assert.False(LostRace.Is(new DbUpdateException("Not saved.", new TimeoutException())));

    private sealed class Failure(string? state) : DbException("It did not work.")
    {
        public override string? SqlState => state;
    }
}
