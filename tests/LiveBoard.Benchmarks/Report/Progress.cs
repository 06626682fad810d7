using System.Globalization;

namespace LiveBoard.Benchmarks.Report;

/// <summary>Says on the error stream what goes on, with the time of day: a figure's log can be laid beside a profile.</summary>
internal static class Progress
{
    public static void Say(string what) =>
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetLocalNow():HH:mm:ss} {what}")
        );
}
