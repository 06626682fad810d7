using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// What is left and what is done, day by day towards a date, with the straight line that would reach it and a forecast.
/// (Burn-down and burn-up charts: K. Schwaber; A. Cockburn. The forecast goes on at the mean rate of the days shown.)
/// </summary>
/// <param name="Days">From the first day to the target, the days to come included.</param>
/// <param name="Left">Cards not done at the end of each day up to today.</param>
/// <param name="Done">Cards done at the end of each day up to today.</param>
/// <param name="Ideal">For each day, what would be left on a straight line from the first day to nothing on the target.</param>
/// <param name="DoneBy">The day on which nothing is left if it goes on like this; null when it does not get less.</param>
public sealed record Burn(
    ImmutableArray<DateOnly> Days,
    ImmutableArray<int> Left,
    ImmutableArray<int> Done,
    ImmutableArray<double> Ideal,
    DateOnly? DoneBy
)
{
    /// <summary>Longest way that a forecast goes, in days; beyond it no date is named.</summary>
    private const int MaxForecast = 3650;

    /// <summary>Towards a date.</summary>
    /// <param name="flow">What stood where, from the first day to today; at least one day.</param>
    /// <param name="target">The day on which it should be done.</param>
    public static Burn Of(CumulativeFlow flow, DateOnly target)
    {
        var (from, today) = (flow.Days[0], flow.Days[^1]);
        ImmutableArray<int> left =
        [
            .. flow.At(ColumnStage.NotStarted)
                .Zip(flow.At(ColumnStage.InProgress), (waiting, going) => waiting + going),
        ];
        var end = target < today ? today : target;
        var days = Enumerable.Range(0, end.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToImmutableArray();
        var length = Math.Max(1, target.DayNumber - from.DayNumber);
        return new Burn(
            days,
            left,
            flow.At(ColumnStage.Done),
            [.. days.Select((_, i) => Math.Max(0, left[0] * (1 - ((double)i / length))))],
            Forecast(left, today)
        );
    }

    private static DateOnly? Forecast(ImmutableArray<int> left, DateOnly today)
    {
        if (left[^1] == 0)
        {
            return today;
        }

        var perDay = left.Length < 2 ? 0 : (double)(left[0] - left[^1]) / (left.Length - 1);
        var days = perDay > 0 ? Math.Ceiling(left[^1] / perDay) : double.PositiveInfinity;
        return days <= MaxForecast ? today.AddDays((int)days) : null;
    }
}
