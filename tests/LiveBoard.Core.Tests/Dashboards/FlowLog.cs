using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>A log written down in a few words, and the ledger it makes.</summary>
internal sealed class FlowLog(string zone = "UTC")
{
    public static readonly Guid ToDo = Guid.NewGuid();
    public static readonly Guid Doing = Guid.NewGuid();
    public static readonly Guid Done = Guid.NewGuid();

    private long _version;

    public FlowLedger Ledger { get; } =
        Marked(new FlowLedger(new FlowCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone))));

    public static FlowLedger Marked(FlowLedger ledger)
    {
        ledger.SetStage(ToDo, ColumnStage.NotStarted);
        ledger.SetStage(Doing, ColumnStage.InProgress);
        ledger.SetStage(Done, ColumnStage.Done);
        return ledger;
    }

    /// <param name="at">"09-01 10:00", of 2026, UTC.</param>
    /// <param name="kind">What.</param>
    /// <param name="card">The card; empty for an entry about a column.</param>
    /// <param name="column">The column.</param>
    public FlowLog Add(string at, ActivityKind kind, Guid card = default, Guid? column = null)
    {
        Ledger.Apply(
            new ActivityEntry
            {
                Id = Guid.CreateVersion7(),
                BoardId = Guid.Empty,
                Version = ++_version,
                At = At(at),
                Kind = kind,
                CardId = card == default ? null : card,
                ColumnId = column,
            }
        );
        return this;
    }

    public static DateTime At(string at) =>
        DateTime.SpecifyKind(
            DateTime.ParseExact($"2026-{at}", "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            DateTimeKind.Utc
        );

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    /// <summary>"2 1 0, 1 1 1": the counts of the three columns at the end of each day.</summary>
    public string Flow(DateOnly from, DateOnly to)
    {
        var flow = CumulativeFlow.ByColumn(Ledger, [ToDo, Doing, Done], from, to);
        return string.Join(
            ", ",
            flow.Days.Select((_, day) => string.Join(' ', flow.Bands.Select(band => band.Counts[day])))
        );
    }
}
