using System.Globalization;
using System.Text;
using LiveBoard.Core.Live.History;

namespace LiveBoard.Web.Components.Boards.Past;

/// <summary>
/// How much was done on a board on which day, kept up moment by moment, and as a picture over the slider. Days are those of
/// the instance's time zone.
/// </summary>
internal sealed class PastDays(DueDates dates)
{
    /// <summary>More bars than this nobody tells apart; a long past has bars of several days.</summary>
    private const int MaxBars = 300;

    private const int MaxLabels = 8;
    private const double Width = 1000;
    private const double Height = 24;

    private static readonly int[] Strides = [1, 2, 7, 14, 30, 60, 91, 182, 365, 730, 1825];

    private readonly SortedDictionary<DateOnly, int> _counts = [];
    private int _counted;

    /// <summary>Counts what came since.</summary>
    public void Extend(BoardHistory history)
    {
        for (; _counted < history.Moments.Count; _counted++)
        {
            var day = dates.DayOf(history.Moments[_counted].At);
            _counts[day] = _counts.GetValueOrDefault(day) + 1;
        }
    }

    /// <summary>The picture from one moment to another, UTC.</summary>
    public PastSpan Draw(DateTime begin, DateTime end)
    {
        var length = Math.Max(1, (end - begin).TotalSeconds);
        double Place(DateOnly day) => (StartOf(day) - begin).TotalSeconds / length;
        var first = dates.DayOf(begin);
        var days = dates.DayOf(end).DayNumber - first.DayNumber + 1;
        var stride = (days / MaxBars) + 1;
        var bars = _counts
            .GroupBy(c => (c.Key.DayNumber - first.DayNumber) / stride)
            .Select(g => (From: first.AddDays(g.Key * stride), Count: g.Sum(c => c.Value)))
            .ToList();
        var most = bars.Select(b => b.Count).DefaultIfEmpty(1).Max();
        var path = new StringBuilder();
        foreach (var (from, count) in bars)
        {
            var left = Math.Max(0, Place(from)) * Width;
            var right = Math.Min(1, Place(from.AddDays(stride))) * Width;
            // A quiet day is seen beside the busiest one.
            var height = Math.Max(2, Math.Sqrt((double)count / most) * Height);
            path.Append(
                CultureInfo.InvariantCulture,
                $"M{left:0.##} {Height}V{Height - height:0.##}H{Math.Max(left + 1, right - 1):0.##}V{Height}Z"
            );
        }

        return new PastSpan(begin, end, path.ToString(), [.. Labels(first, days, Place)]);
    }

    private IEnumerable<PastLabel> Labels(DateOnly first, int days, Func<DateOnly, double> place)
    {
        var stride = Array.Find(Strides, s => days / s < MaxLabels);
        var format = days > 300 ? "MMM yyyy" : "d MMM";
        for (var day = first; day.DayNumber < first.DayNumber + days && stride > 0; day = day.AddDays(stride))
        {
            var at = Math.Max(0, place(day));
            if (at < 0.94)
            {
                yield return new PastLabel(at * 100, day.ToString(format, CultureInfo.CurrentCulture));
            }
        }
    }

    private DateTime StartOf(DateOnly day) => dates.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}

/// <summary>What the slider stands for.</summary>
/// <param name="Begin">Its left end, UTC.</param>
/// <param name="End">Its right end: now, UTC.</param>
/// <param name="Bars">Activity by day, as a path.</param>
/// <param name="Labels">Some of the days, named.</param>
public sealed record PastSpan(DateTime Begin, DateTime End, string Bars, IReadOnlyList<PastLabel> Labels);

/// <summary>A named day.</summary>
/// <param name="Percent">Where it begins on the slider.</param>
/// <param name="Text">Its name.</param>
public sealed record PastLabel(double Percent, string Text);
