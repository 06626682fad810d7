using System.Diagnostics;

namespace LiveBoard.Benchmarks.Scenarios;

/// <summary>
/// Does something at a steady rate by an absolute schedule: a slow answer delays nothing, so that slowness cannot hide
/// behind fewer questions.
/// </summary>
internal static class SteadyRate
{
    /// <param name="rate">Times a second.</param>
    /// <param name="count">Times in all.</param>
    /// <param name="issue">Begins the work and gives its end; gets the number of the time.</param>
    /// <returns>When all work has ended.</returns>
    public static async Task RunAsync(int rate, int count, Func<int, Task> issue)
    {
        var start = Stopwatch.GetTimestamp();
        var work = new List<Task>(count);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / rate) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            work.Add(issue(i));
        }

        await Task.WhenAll(work);
    }
}
