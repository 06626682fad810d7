using System.Collections.Immutable;

namespace LiveBoard.Core.Dashboards.Flow;

/// <summary>
/// How many cards were done in each day or week and are still done. ("Throughput" of the Kanban Guide, May 2025: the number
/// of work items finished per unit of time.)
/// </summary>
public static class Throughput
{
    /// <summary>By day; days on which nothing was done have a 0.</summary>
    /// <param name="ledger">The board's.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public static ImmutableArray<DayCount> PerDay(FlowLedger ledger, DateOnly from, DateOnly to)
    {
        var counts = ledger
            .DoneBetween(from, to)
            .CountBy(item => ledger.Calendar.DayOf(item.DoneAt!.Value))
            .ToDictionary();
        return
        [
            .. Enumerable
                .Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1))
                .Select(from.AddDays)
                .Select(day => new DayCount(day, counts.GetValueOrDefault(day))),
        ];
    }

    /// <summary>Days taken together by week, each under its Monday. The first and the last may be parts of weeks.</summary>
    public static ImmutableArray<DayCount> PerWeek(IEnumerable<DayCount> days) =>
        [
            .. days.GroupBy(day => FlowCalendar.WeekOf(day.Day))
                .Select(week => new DayCount(week.Key, week.Sum(day => day.Count))),
        ];

    /// <summary>Several boards as one.</summary>
    /// <param name="boards">Of the same days; at least one.</param>
    public static ImmutableArray<DayCount> Sum(IReadOnlyList<ImmutableArray<DayCount>> boards) =>
        [.. boards[0].Select((day, i) => day with { Count = boards.Sum(board => board[i].Count) })];
}

/// <summary>A number of cards.</summary>
/// <param name="Day">The day, or the Monday of the week.</param>
/// <param name="Count">How many.</param>
public sealed record DayCount(DateOnly Day, int Count);
