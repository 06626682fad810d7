using LiveBoard.Core.Dashboards.Flow;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>A ledger's figures in writing, so that a difference is found by reading.</summary>
internal static class FlowText
{
    public static string Of(FlowLedger ledger, IReadOnlyList<Guid> columns, IReadOnlyList<DateOnly> days)
    {
        var flow = CumulativeFlow.ByColumn(ledger, columns, days[0], days[^1]);
        var asked = days.ToHashSet();
        return Of(
            flow.Days.Select(
                    (day, i) =>
                        (
                            day,
                            Counts: (IReadOnlyDictionary<Guid, int>)
                                flow.Bands.ToDictionary(b => b.ColumnId!.Value, b => b.Counts[i])
                        )
                )
                .Where(d => asked.Contains(d.day)),
            ledger.DoneBetween(DateOnly.MinValue, DateOnly.MaxValue).ToDictionary(i => i.CardId, i => i.DoneAt!.Value)
        );
    }

    public static string Of(
        IEnumerable<(DateOnly Day, IReadOnlyDictionary<Guid, int> Counts)> days,
        IReadOnlyDictionary<Guid, DateTime> done
    ) =>
        string.Join(
            '\n',
            days.Select(d =>
                    $"{d.Day:O} {string.Join(' ', d.Counts.Where(c => c.Value != 0).OrderBy(c => c.Key).Select(c => $"{c.Key}:{c.Value}"))}"
                )
                .Concat(done.OrderBy(d => d.Key).Select(d => $"{d.Key} {d.Value:O}"))
        );
}
