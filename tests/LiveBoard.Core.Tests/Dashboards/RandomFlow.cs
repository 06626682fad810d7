using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Tests.Dashboards;

/// <summary>A random log of a board's life, over more than a year with both clock changes, and columns that are marked anew.</summary>
internal sealed class RandomFlow(int seed)
{
    private static readonly ActivityKind[] Kinds =
    [
        ActivityKind.CardMoved,
        ActivityKind.CardMoved,
        ActivityKind.CardMoved,
        ActivityKind.CardMoved,
        ActivityKind.CardArchived,
        ActivityKind.CardRestored,
        ActivityKind.CardDeleted,
        ActivityKind.CardLeftBoard,
        ActivityKind.CardJoinedBoard,
        ActivityKind.ColumnArchived,
        ActivityKind.ColumnRestored,
        ActivityKind.CardRenamed,
    ];

    private readonly Random _random = new(seed);
    private readonly List<Guid> _cards = [];
    private DateTime _now = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public List<Guid> Columns { get; } = [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())];

    public Dictionary<Guid, ColumnStage> Stages { get; } = [];

    public List<ActivityEntry> Written { get; } = [];

    /// <summary>Entries, and now and then a column that is marked after one.</summary>
    public IEnumerable<(ActivityEntry Entry, Guid? Marked)> Entries(int count)
    {
        for (var version = 1; version <= count; version++)
        {
            _now = _now.AddMinutes(_random.Next(0, 120));
            var entry = Next(version);
            Written.Add(entry);
            Guid? marked = null;
            if (_random.Next(50) == 0)
            {
                marked = Any(Columns);
                Stages[marked.Value] = (ColumnStage)_random.Next(3);
            }

            yield return (entry, marked);
        }
    }

    private ActivityEntry Next(long version)
    {
        var isNew = _cards.Count == 0 || _random.Next(6) == 0;
        var kind = isNew ? ActivityKind.CardCreated : Any(Kinds);
        if (isNew)
        {
            _cards.Add(Guid.NewGuid());
        }

        var isOfColumn = kind is ActivityKind.ColumnArchived or ActivityKind.ColumnRestored;
        return new ActivityEntry
        {
            Id = Guid.CreateVersion7(),
            BoardId = Guid.Empty,
            Version = version,
            At = _now,
            Kind = kind,
            CardId =
                isOfColumn ? null
                : isNew ? _cards[^1]
                : Any(_cards),
            ColumnId = kind is ActivityKind.CardDeleted or ActivityKind.CardLeftBoard ? null : Any(Columns),
        };
    }

    private T Any<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
