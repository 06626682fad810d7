using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// How many cards stood in each column, or at each stage, at the end of each day. A finished card stays counted when it is
/// put away; an unfinished one that is put away has left the flow, and what was deleted leaves it on that day.
/// (Cumulative flow diagram: D. J. Anderson, "Kanban", 2010; the bands here are counts, stacked when drawn.)
/// </summary>
/// <param name="Days">The days, oldest first.</param>
/// <param name="Bands">One for each column or stage, in the order of the work; each has a count for each day.</param>
public sealed record CumulativeFlow(ImmutableArray<DateOnly> Days, ImmutableArray<FlowBand> Bands)
{
    private static readonly ColumnStage[] Stages = Enum.GetValues<ColumnStage>();

    /// <summary>By the columns of a board.</summary>
    /// <param name="ledger">The board's.</param>
    /// <param name="columns">Which columns, in order. Finished cards in others form a last band without a column.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static CumulativeFlow ByColumn(FlowLedger ledger, IReadOnlyList<Guid> columns, DateOnly from, DateOnly to)
    {
        var index = columns.Select((id, i) => (id, i)).ToDictionary(c => c.id, c => c.i);
        var counts = Count(
            ledger,
            columns.Count + 1,
            (columnId, stage) =>
                index.TryGetValue(columnId, out var i) ? i
                : stage == ColumnStage.Done ? columns.Count
                : null,
            from,
            to
        );
        var bands = columns.Select((id, i) => new FlowBand(id, ledger.StageOf(id), counts[i]));
        return new CumulativeFlow(
            DaysOf(from, to),
            counts[^1].All(count => count == 0)
                ? [.. bands]
                : [.. bands, new FlowBand(null, ColumnStage.Done, counts[^1])]
        );
    }

    /// <summary>By the stages of the work.</summary>
    /// <param name="ledger">The board's.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static CumulativeFlow ByStage(FlowLedger ledger, DateOnly from, DateOnly to)
    {
        var counts = Count(ledger, Stages.Length, (_, stage) => Array.IndexOf(Stages, stage), from, to);
        return new CumulativeFlow(
            DaysOf(from, to),
            [.. Stages.Select((stage, i) => new FlowBand(null, stage, counts[i]))]
        );
    }

    /// <summary>Several boards as one, by stage.</summary>
    /// <param name="boards">Of the same days, each by stage; at least one.</param>
    public static CumulativeFlow Sum(IReadOnlyList<CumulativeFlow> boards) =>
        boards[0] with
        {
            Bands =
            [
                .. boards[0]
                    .Bands.Select(
                        (band, b) =>
                            band with
                            {
                                Counts =
                                [
                                    .. band.Counts.Select((_, day) => boards.Sum(board => board.Bands[b].Counts[day])),
                                ],
                            }
                    ),
            ],
        };

    /// <summary>The counts at a stage, all its bands together.</summary>
    public ImmutableArray<int> At(ColumnStage stage) =>
        [.. Days.Select((_, day) => Bands.Where(b => b.Stage == stage).Sum(b => b.Counts[day]))];

    private static ImmutableArray<DateOnly> DaysOf(DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays)];

    private static ImmutableArray<int>[] Count(
        FlowLedger ledger,
        int bands,
        Func<Guid, ColumnStage, int?> bandOf,
        DateOnly from,
        DateOnly to
    )
    {
        var length = Math.Max(0, to.DayNumber - from.DayNumber + 1);
        var counts = Enumerable.Range(0, bands).Select(_ => new int[length]).ToArray();
        foreach (var (day, places) in ledger.Days.Backwards(from, to))
        {
            foreach (var (place, count) in places)
            {
                var columnId = place.ColumnId!.Value;
                var stage = ledger.StageOf(columnId);
                if ((!place.IsAway || stage == ColumnStage.Done) && bandOf(columnId, stage) is { } band)
                {
                    counts[band][day.DayNumber - from.DayNumber] += count;
                }
            }
        }

        return Array.ConvertAll(counts, c => c.ToImmutableArray());
    }
}

/// <summary>Cards at the end of each day in one column or at one stage.</summary>
/// <param name="ColumnId">The column; null when it stands for a stage.</param>
/// <param name="Stage">Where work stands there.</param>
/// <param name="Counts">One for each day.</param>
public sealed record FlowBand(Guid? ColumnId, ColumnStage Stage, ImmutableArray<int> Counts);
