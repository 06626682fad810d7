using System.Globalization;
using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of answers that must not differ.</summary>
internal static class AnswerReport
{
    public static Table Create(IEnumerable<AnswerResult> results)
    {
        var table = new Table(
            "Two answers that say the same: do their times?",
            "asked",
            "times",
            "first p50 ms",
            "second p50 ms",
            "ratio"
        );
        foreach (var result in results)
        {
            table.Add(
                result.What,
                result.Known.Count,
                result.Unknown.P50,
                result.Known.P50,
                (result.Known.P50 / result.Unknown.P50).ToString("0.00", CultureInfo.InvariantCulture)
            );
        }

        return table;
    }
}
