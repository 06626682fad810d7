using System.Collections.Immutable;
using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Grids;

/// <summary>Which cards are others between two snapshots of one board with the same columns. Pure.</summary>
/// <remarks>
/// Snapshots share what did not change, so references are all there is to compare: columns that are the same are not
/// looked into, and of a changed one only what lies between its common beginning and end.
/// </remarks>
internal static class GridChanges
{
    public static (List<CardSnapshot> Gone, List<CardSnapshot> Come) Between(BoardSnapshot before, BoardSnapshot after)
    {
        var gone = new List<CardSnapshot>();
        var come = new List<CardSnapshot>();
        for (var i = 0; i < after.Columns.Length; i++)
        {
            var (old, now) = (before.Columns[i].Cards, after.Columns[i].Cards);
            if (old != now)
            {
                Compare(old, now, gone, come);
            }
        }

        return (gone, come);
    }

    private static void Compare(
        ImmutableArray<CardSnapshot> old,
        ImmutableArray<CardSnapshot> now,
        List<CardSnapshot> gone,
        List<CardSnapshot> come
    )
    {
        var shorter = Math.Min(old.Length, now.Length);
        var start = 0;
        while (start < shorter && ReferenceEquals(old[start], now[start]))
        {
            start++;
        }

        var end = 0;
        while (end < shorter - start && ReferenceEquals(old[^(end + 1)], now[^(end + 1)]))
        {
            end++;
        }

        var was = old.AsSpan()[start..^end];
        var becomes = now.AsSpan()[start..^end];
        var stays = new HashSet<CardSnapshot>(ReferenceEqualityComparer.Instance);
        var there = new HashSet<CardSnapshot>(becomes.ToArray(), ReferenceEqualityComparer.Instance);
        foreach (var card in was)
        {
            if (there.Contains(card))
            {
                stays.Add(card);
            }
            else
            {
                gone.Add(card);
            }
        }

        foreach (var card in becomes)
        {
            if (!stays.Contains(card))
            {
                come.Add(card);
            }
        }
    }
}
