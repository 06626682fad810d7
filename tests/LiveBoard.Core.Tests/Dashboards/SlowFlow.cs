using LiveBoard.Core.Boards;
using LiveBoard.Core.Dashboards.Flow;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>
/// The same figures the slow way: the whole board is looked at after every single entry, and nothing is remembered but
/// what was seen.
/// </summary>
internal sealed class SlowFlow
{
    private readonly Dictionary<DateOnly, Dictionary<Guid, int>> _counts = [];

    public SlowFlow(
        IEnumerable<ActivityEntry> log,
        IReadOnlyDictionary<Guid, ColumnStage> stages,
        FlowCalendar calendar
    )
    {
        var column = new Dictionary<Guid, Guid>();
        var (shelved, gone, closed) = (new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());
        var done = new Dictionary<Guid, DateTime>();
        foreach (var entry in log)
        {
            if (entry.CardId is { } card)
            {
                Note(entry, card, column, shelved, gone);
            }
            else if (entry.Kind is ActivityKind.ColumnArchived)
            {
                closed.Add(entry.ColumnId!.Value);
            }
            else
            {
                closed.Remove(entry.ColumnId!.Value);
            }

            var day = _counts[calendar.DayOf(entry.At)] = [];
            foreach (var (id, at) in column)
            {
                var isDone = stages.GetValueOrDefault(at) == ColumnStage.Done;
                var isAway = shelved.Contains(id) || closed.Contains(at);
                if (!gone.Contains(id) && (isDone || !isAway))
                {
                    day[at] = day.GetValueOrDefault(at) + 1;
                }

                if (isDone && !gone.Contains(id))
                {
                    done.TryAdd(id, entry.At);
                }
                else
                {
                    done.Remove(id);
                }
            }
        }

        Done = done;
        Days = [.. _counts.Keys.Order()];
    }

    /// <summary>Days on which anything happened.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    public IReadOnlyDictionary<Guid, DateTime> Done { get; }

    public string Text() => FlowText.Of(Days.Select(day => (day, (IReadOnlyDictionary<Guid, int>)_counts[day])), Done);

    private static void Note(
        ActivityEntry entry,
        Guid card,
        Dictionary<Guid, Guid> column,
        HashSet<Guid> shelved,
        HashSet<Guid> gone
    )
    {
        switch (entry.Kind)
        {
            case ActivityKind.CardMoved:
                column[card] = entry.ColumnId!.Value;
                break;
            case ActivityKind.CardArchived:
                column[card] = entry.ColumnId!.Value;
                shelved.Add(card);
                break;
            case ActivityKind.CardDeleted or ActivityKind.CardLeftBoard:
                gone.Add(card);
                break;
            case ActivityKind.CardRenamed:
                break;
            default:
                column[card] = entry.ColumnId!.Value;
                shelved.Remove(card);
                gone.Remove(card);
                break;
        }
    }
}
