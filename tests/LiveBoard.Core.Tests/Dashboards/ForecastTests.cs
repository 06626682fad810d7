using System.Collections.Immutable;
using CsCheck;
using LiveBoard.Core.Dashboards.Flow;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>How it may go on, said of a thousand courses that repeat the past.</summary>
public sealed class ForecastTests
{
    private static readonly Gen<(ImmutableArray<int> History, int Left)> Pasts =
        from counts in Gen.Int[0, 6].Array[1, 60]
        from left in Gen.Int[0, 120]
        select (counts.ToImmutableArray(), left);

    [Fact]
    public void EveryDayTheSame_IsCertain()
    {
        var forecast = Forecast.Of([2, 2, 2, 2], 7)!;

        Assert.Equal([50, 85, 95], forecast.Courses.Select(c => c.Percent));
        Assert.All(forecast.Courses, c => Assert.Equal([7, 5, 3, 1, 0], c.Left));
        Assert.All(forecast.Courses, c => Assert.Equal(4, c.Days));
    }

    [Fact]
    public void NothingLeft_IsDoneNow()
    {
        Assert.All(Forecast.Of([1], 0)!.Courses, c => Assert.Equal(0, c.Days));
    }

    [Fact]
    public void PastWithoutACardDone_SaysNothing()
    {
        Assert.Null(Forecast.Of([0, 0, 0], 5));
        Assert.Null(Forecast.Of([], 5));
    }

    [Fact]
    public void TooFarAway_NamesNoDay()
    {
        var forecast = Forecast.Of([1], Forecast.MaxDays + 1)!;

        Assert.All(forecast.Courses, c => Assert.Null(c.Days));
        Assert.Equal(Forecast.MaxDays + 1, forecast.Courses[0].Left.Length);
        Assert.All(Forecast.Of([1], Forecast.MaxDays)!.Courses, c => Assert.Equal(Forecast.MaxDays, c.Days));
    }

    /// <summary>One card, done with a chance of one half each day: after n days it is done in 1 - 1/2^n of all courses.</summary>
    [Fact]
    public void OneCardAndACoin_TakesTheDaysThatTheChancesSay()
    {
        // 50 % lies on the edge of the first day (1/2) and may fall on the second; 85 % needs three (7/8), 95 % five (31/32).
        var days = Forecast.Of([0, 1], 1)!.Courses.Select(c => c.Days!.Value).ToList();

        Assert.InRange(days[0], 1, 2);
        Assert.Equal(3, days[1]);
        Assert.Equal(5, days[2]);
    }

    /// <summary>The sum of thirty draws from 0 and 2 has mean 30 and a deviation of 5.5: half of them reach 30.</summary>
    [Fact]
    public void ManyDays_ComeToTheMean()
    {
        var course = Forecast.Of([0, 2], 60)!.Courses[0];

        Assert.InRange(60 - course.Left[30], 28, 32);
        Assert.InRange(course.Days!.Value, 57, 63);
    }

    [Fact]
    public void SameDataSameForecast_AndAnotherRestIsAnotherDraw()
    {
        ImmutableArray<int> past = [0, 3, 1, 0, 2, 5, 0];

        Assert.Equal(Texts(Forecast.Of(past, 40)!), Texts(Forecast.Of([.. past], 40)!));
        Assert.NotEqual(Texts(Forecast.Of(past, 40)!), Texts(Forecast.Of(past, 41)!));
    }

    [Fact]
    public void Always_SurerIsLater_NothingGrows_AndTheDayIsTheFirstWithoutRest()
    {
        Pasts.Sample(
            past =>
            {
                if (Forecast.Of(past.History, past.Left) is not { } forecast)
                {
                    Assert.All(past.History, count => Assert.Equal(0, count));
                    return;
                }

                foreach (var course in forecast.Courses)
                {
                    Assert.Equal(past.Left, course.Left[0]);
                    Assert.All(course.Left.Zip(course.Left.Skip(1)), step => Assert.True(step.Second <= step.First));
                    Assert.All(course.Left, left => Assert.InRange(left, 0, past.Left));
                    Assert.Equal(course.Left.IndexOf(0) is var day and >= 0 ? day : null, course.Days);
                }

                foreach (var (likely, sure) in forecast.Courses.Zip(forecast.Courses.Skip(1)))
                {
                    Assert.All(likely.Left.Zip(sure.Left), pair => Assert.True(pair.First <= pair.Second));
                }

                // No day does more than the best one did.
                var best = past.History.Max();
                Assert.All(
                    forecast.Courses[0].Left.Select((left, day) => (left, day)),
                    d => Assert.True(d.left >= past.Left - (best * d.day))
                );
            },
            iter: 100
        );
    }

    private static IEnumerable<string> Texts(Forecast forecast) =>
        forecast.Courses.Select(c => $"{c.Percent}: {string.Join(' ', c.Left)}");
}
