using System.Collections.Immutable;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// How long cards took that were done in a period, with percentiles. (Cycle time scatterplot and percentile lines: D. S.
/// Vacanti, "Actionable Agile Metrics for Predictability", 2015.)
/// </summary>
/// <param name="Cards">The cards, by the moment they were done.</param>
public sealed record CycleTimes(ImmutableArray<CycleTime> Cards)
{
    private readonly double[] _sorted = [.. Cards.Select(c => c.Days).Order()];

    /// <summary>Of the cards that were done between two days.</summary>
    /// <param name="ledger">The board's.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="isLeadTime">True to count from when a card was made, false from when work on it began.</param>
    public static CycleTimes Of(FlowLedger ledger, DateOnly from, DateOnly to, bool isLeadTime) =>
        new([
            .. ledger
                .DoneBetween(from, to)
                .Select(item => (Item: item, Length: isLeadTime ? item.LeadTime : item.CycleTime))
                .Where(c => c.Length is not null)
                .Select(c => new CycleTime(c.Item.CardId, c.Item.DoneAt!.Value, c.Length!.Value.TotalDays))
                .OrderBy(c => c.DoneAt)
                .ThenBy(c => c.CardId),
        ]);

    /// <summary>Several boards as one.</summary>
    public static CycleTimes Join(IEnumerable<CycleTimes> boards) =>
        new([.. boards.SelectMany(b => b.Cards).OrderBy(c => c.DoneAt).ThenBy(c => c.CardId)]);

    /// <summary>
    /// The days within which this share of the cards was done: the smallest length that at least so many did not exceed
    /// (nearest rank, Hyndman and Fan's definition 1). Null without cards.
    /// </summary>
    /// <param name="percent">Above 0, up to 100.</param>
    public double? Percentile(int percent) =>
        _sorted.Length == 0 ? null : _sorted[((_sorted.Length * percent) + 99) / 100 - 1];

    /// <summary>The mean of the days; null without cards.</summary>
    public double? Mean => _sorted.Length == 0 ? null : _sorted.Average();

    /// <summary>How many cards took how long, in equal steps of whole days from nothing to the longest.</summary>
    /// <param name="maxBins">Most steps.</param>
    public ImmutableArray<LengthBin> Histogram(int maxBins)
    {
        if (_sorted.Length == 0)
        {
            return [];
        }

        // What took exactly n days belongs to the step that begins with n.
        var days = (int)_sorted[^1] + 1;
        var width = (days + maxBins - 1) / maxBins;
        var counts = _sorted.CountBy(length => (int)length / width).ToDictionary();
        return
        [
            .. Enumerable
                .Range(0, (days + width - 1) / width)
                .Select(bin => new LengthBin(bin * width, (bin + 1) * width, counts.GetValueOrDefault(bin))),
        ];
    }
}

/// <summary>How long one card took.</summary>
/// <param name="CardId">The card.</param>
/// <param name="DoneAt">When it was done, UTC.</param>
/// <param name="Days">Elapsed time, in days of 24 hours.</param>
public sealed record CycleTime(Guid CardId, DateTime DoneAt, double Days);

/// <summary>A step of a histogram.</summary>
/// <param name="FromDays">Shortest length in it, in days.</param>
/// <param name="ToDays">The length that is too long for it, in days.</param>
/// <param name="Count">Cards.</param>
public sealed record LengthBin(int FromDays, int ToDays, int Count);
