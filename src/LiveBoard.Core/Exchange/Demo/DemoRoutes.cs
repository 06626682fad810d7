using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Exchange.Demo;

/// <summary>
/// Makes up when a card was where. Work is finished at a steady pace over twelve weeks, and each stop on the way
/// takes hours to days, so that flow charts show what they would show for a real team.
/// </summary>
internal sealed class DemoRoutes(DemoBoard board, Random random)
{
    /// <summary>How far back history goes, in minutes of working time: twelve weeks of five days.</summary>
    public const double Start = 12 * 5 * WorkClock.Day;

    private const double DetourChance = 0.25;
    private const double OldestVisibleFinish = 0.2;

    /// <summary>Somebody, where a card does not say who.</summary>
    public string Anybody() => DemoPeople.All[random.Next(DemoPeople.All.Count)].Id;

    /// <summary>The columns that a card went through and how many minutes ago it came into each.</summary>
    /// <param name="column">Where it stands now.</param>
    /// <param name="isArchived">True when it has been put away since.</param>
    /// <param name="place">Its place among its like, from 0 for the top.</param>
    public IReadOnlyList<(int Column, double Ago)> To(int column, bool isArchived, double place)
    {
        var arrived = Arrival(column, isArchived, place);
        var stops = new List<(int Column, double Ago)> { (column, arrived) };
        var ago = arrived;
        for (var before = column - 1; before >= 0; before--)
        {
            if (board.Columns[before].IsDetour && random.NextDouble() > DetourChance)
            {
                continue;
            }

            ago += WorkClock.Day * (0.3 + (random.NextDouble() * Dwell(before)));
            stops.Insert(0, (before, ago));
        }

        return ago <= Start ? stops : Squeeze(stops, arrived, ago);
    }

    /// <summary>Days that cards stay in a column, at most.</summary>
    private double Dwell(int column) => board.Columns[column].Stage == ColumnStage.InProgress ? 3.5 : 6;

    private double Arrival(int column, bool isArchived, double place)
    {
        var jitter = random.NextDouble();
        if (isArchived)
        {
            return Start * (OldestVisibleFinish + ((0.95 - OldestVisibleFinish) * (place + (jitter * 0.02))));
        }

        return board.Columns[column].Stage == ColumnStage.Done
            ? 20 + (Start * OldestVisibleFinish * (place + (jitter * 0.05)))
            : 15 + (WorkClock.Day * (0.1 + (jitter * (column == 0 ? 8 : 4))));
    }

    /// <summary>Fits a way that would have begun before the board did.</summary>
    private static List<(int Column, double Ago)> Squeeze(
        List<(int Column, double Ago)> stops,
        double arrived,
        double began
    ) => stops.ConvertAll(s => (s.Column, arrived + ((s.Ago - arrived) * (Start - arrived) / (began - arrived))));
}
