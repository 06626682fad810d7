using LiveBoard.Benchmarks.Scenarios;

namespace LiveBoard.Benchmarks.Report;

/// <summary>The table of viewers that never answer.</summary>
internal static class DeafReport
{
    public static Table Create(IEnumerable<DeafResult> results)
    {
        var table = new Table(
            "Browsers that stop answering: what the server keeps for each",
            "viewers",
            "cards moved",
            "pictures sent to each",
            "growth KB each"
        );
        foreach (var result in results)
        {
            table.Add(
                result.AreDeaf ? "never answer" : "answer",
                result.Moves,
                result.Batches,
                Math.Round(result.GrowthKb, 1)
            );
        }

        return table;
    }
}
