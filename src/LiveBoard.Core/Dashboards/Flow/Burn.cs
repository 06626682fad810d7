using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// What is left and what is done, day by day towards a date, with the straight line that would reach it.
/// (Burn-down and burn-up charts: K. Schwaber; A. Cockburn. How it may go on: <see cref="Forecast"/>.)
/// </summary>
/// <param name="Days">From the first day to the last one looked ahead to.</param>
/// <param name="Left">Cards not done at the end of each day up to today.</param>
/// <param name="Done">Cards done at the end of each day up to today.</param>
/// <param name="Ideal">For each day, what would be left on a straight line from the first day to nothing on the target.</param>
public sealed record Burn(
    ImmutableArray<DateOnly> Days,
    ImmutableArray<int> Left,
    ImmutableArray<int> Done,
    ImmutableArray<double> Ideal
)
{
    /// <summary>Towards a date.</summary>
    /// <param name="flow">What stood where, from the first day to today; at least one day.</param>
    /// <param name="target">The day on which it should be done.</param>
    /// <param name="until">The day to look ahead to, if that is later than both.</param>
    public static Burn Of(CumulativeFlow flow, DateOnly target, DateOnly? until = null)
    {
        var (from, today) = (flow.Days[0], flow.Days[^1]);
        ImmutableArray<int> left =
        [
            .. flow.At(ColumnStage.NotStarted)
                .Zip(flow.At(ColumnStage.InProgress), (waiting, going) => waiting + going),
        ];
        var end = new[] { today, target, until ?? today }.Max();
        var days = Enumerable.Range(0, end.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToImmutableArray();
        var length = Math.Max(1, target.DayNumber - from.DayNumber);
        return new Burn(
            days,
            left,
            flow.At(ColumnStage.Done),
            [.. days.Select((_, i) => Math.Max(0, left[0] * (1 - ((double)i / length))))]
        );
    }
}
