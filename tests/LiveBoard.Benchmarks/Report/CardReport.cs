using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of what an open card costs.</summary>
internal static class CardReport
{
    public static Table Create(CardResult result)
    {
        var table = new Table(
            $"A card opened: one with a comment, and one with {result.History} comments and {result.History} entries",
            "page",
            "p50 ms",
            "p99 ms",
            "KB beyond the board"
        );
        table.Add("the board alone", Math.Round(result.Board.P50, 1), Math.Round(result.Board.P99, 1), "");
        table.Add(
            "with a card",
            Math.Round(result.Calm.P50, 1),
            Math.Round(result.Calm.P99, 1),
            Math.Round(result.CalmKb, 1)
        );
        table.Add(
            "with the long card",
            Math.Round(result.Busy.P50, 1),
            Math.Round(result.Busy.P99, 1),
            Math.Round(result.BusyKb, 1)
        );
        table.Add("reading the long card", Math.Round(result.Reading.P50, 1), Math.Round(result.Reading.P99, 1), "");
        return table;
    }
}
