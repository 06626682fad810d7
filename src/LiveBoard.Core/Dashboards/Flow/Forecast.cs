using System.Collections.Immutable;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// How what is left may go on: many courses are drawn, each day of which repeats a day of the past at random, and of
/// them is said what so many of a hundred reached. (Monte Carlo simulation on throughput: D. S. Vacanti, "When Will It Be
/// Done?", 2018; T. Magennis, "Forecasting and Simulating Software Development Projects", 2011.) Pure: the
/// same past and the same rest give the same forecast.
/// </summary>
/// <param name="Courses">From the likeliest to be missed to the surest.</param>
public sealed record Forecast(ImmutableArray<ForecastCourse> Courses)
{
    /// <summary>Days beyond which no day is named.</summary>
    public const int MaxDays = 364;

    /// <summary>The shares of the courses that are told, in percent.</summary>
    public static ImmutableArray<int> Percents { get; } = [50, 85, 95];

    private const int Runs = 1000;

    /// <summary>Of work of which so much is left.</summary>
    /// <param name="history">Cards done on each day of the past, days without any included; whole days only.</param>
    /// <param name="left">Cards not done now.</param>
    /// <returns>The forecast; null when the past says nothing because nothing was done.</returns>
    public static Forecast? Of(ImmutableArray<int> history, int left)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        if (history.All(count => count <= 0))
        {
            return null;
        }

        var random = new SplitMix(SeedOf(history, left));
        var done = new int[Runs];
        var sorted = new int[Runs];
        var courses = Percents.Select(_ => new List<int> { left }).ToArray();
        for (var day = 1; day <= MaxDays && courses[^1][^1] > 0; day++)
        {
            for (var run = 0; run < Runs; run++)
            {
                done[run] += history[random.Next(history.Length)];
            }

            done.CopyTo(sorted, 0);
            Array.Sort(sorted);
            for (var i = 0; i < courses.Length; i++)
            {
                courses[i].Add(Math.Max(0, left - ReachedBy(sorted, Percents[i])));
            }
        }

        return new Forecast([.. courses.Select((course, i) => new ForecastCourse(Percents[i], [.. course]))]);
    }

    /// <summary>The most that at least this share of the courses has reached.</summary>
    private static int ReachedBy(int[] sorted, int percent) =>
        sorted[sorted.Length - (((sorted.Length * percent) + 99) / 100)];

    /// <summary>Of the data, so that whoever looks, whenever, sees the same.</summary>
    private static ulong SeedOf(ImmutableArray<int> history, int left) =>
        // FNV-1a: another past or another rest is another seed.
        history.Append(left).Aggregate(14695981039346656037, (hash, value) => (hash ^ (uint)value) * 1099511628211);

    /// <summary>A generator whose numbers are the same on every machine and in every version. (G. Steele and others, 2014.)</summary>
    private sealed class SplitMix(ulong state)
    {
        private ulong _state = state;

        /// <summary>A number below this.</summary>
        public int Next(int below)
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)Math.BigMul(mixed ^ (mixed >> 31), (ulong)below, out _);
        }
    }
}

/// <summary>What a share of the courses reached.</summary>
/// <param name="Percent">The share.</param>
/// <param name="Left">What is left at most in this share of the courses: at the end of today, of tomorrow and so on, as far as the forecast goes.</param>
public sealed record ForecastCourse(int Percent, ImmutableArray<int> Left)
{
    /// <summary>Days from today until nothing is left; null when that is too far away.</summary>
    public int? Days => Left.IndexOf(0) is var day and >= 0 ? day : null;
}
